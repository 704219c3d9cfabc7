"""Permanent numbers of agreements: the office's own, in order, never twice."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, OperationalError, connection, transaction

from relations.models import Agreement
from relations.models.numbers import FIRST_OF_SAMPLE, next_number, one_at_a_time, was_given
from tests import world
from tests.desk.desk import as_sent, desk_url, errors_of, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.history]


def proposed(client) -> dict:
    """The form of a new agreement as it is sent untouched, with the least that must be told."""
    page = client.get(desk_url(Agreement, "add"))
    return as_sent(page, Agreement) | {"city": world.city().pk, "instrument": "mou"}


def test_sample_content_takes_no_part_in_the_count():
    """Neither what stands, nor what history remembers of it."""
    world.agreement(number=51), world.agreement(number=FIRST_OF_SAMPLE + 24).save()
    assert proposed(signed_in())["number"] == "52"


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_number_is_used_up_whatever_became_of_its_record(status, is_deleted):
    """A draft's, a withdrawn one's, and that of either once deleted."""
    world.agreement(number=51)
    used = world.agreement(number=60, status=status)
    if is_deleted:
        used.delete()
    client = signed_in()
    data = proposed(client)
    assert data["number"] == "61"
    answer = client.post(desk_url(Agreement, "add"), data | {"number": "60"})
    assert answer.status_code == 200 and any("61" in sentence for sentence in errors_of(answer))


def test_two_officers_who_were_proposed_one_number_get_two():
    """The second is told; nothing is lost."""
    malee, somchai = signed_in("malee"), signed_in("somchai")
    world.agreement(number=51)
    hers, his = proposed(malee), proposed(somchai)
    assert hers["number"] == his["number"] == "52"
    malee.post(desk_url(Agreement, "add"), hers)
    told = somchai.post(desk_url(Agreement, "add"), his, follow=True)
    assert sorted(Agreement.objects.values_list("number", flat=True)) == [51, 52, 53]
    assert any("52" in str(message) and "53" in str(message) for message in told.context["messages"])


def test_a_number_of_the_sample_cannot_be_typed():
    """It would be taken away with the sample."""
    client = signed_in()
    answer = client.post(desk_url(Agreement, "add"), proposed(client) | {"number": str(FIRST_OF_SAMPLE + 5)})
    assert answer.status_code == 200 and not Agreement.objects.exists()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one writer in at a time by itself")
def test_whoever_asks_second_waits_for_the_first():
    """Else both would be given one number, and the second save would fail."""
    one_at_a_time()
    kind, other = ContentType.objects.get_for_model(Agreement).pk, connection.copy()
    try:
        with pytest.raises(OperationalError, match="lock"), other.cursor() as asked:
            asked.execute("SELECT 1 FROM django_content_type WHERE id = %s FOR NO KEY UPDATE NOWAIT", [kind])
    finally:
        other.close()


def test_the_table_holds_a_number_once():
    world.agreement(number=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        world.agreement(number=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.update(number=0)


def test_the_next_number_follows_the_last_one_ever_given():
    """Of the office: those of the sample begin just beyond the office's last."""
    assert next_number() == 1
    world.agreement(number=FIRST_OF_SAMPLE)
    assert next_number() == 1
    last = world.agreement(number=FIRST_OF_SAMPLE - 1)
    assert next_number() == FIRST_OF_SAMPLE
    last.delete()
    assert next_number() == FIRST_OF_SAMPLE, "history remembers it"


def test_a_number_that_was_given_stays_given():
    gone = world.agreement(number=7)
    assert (was_given(7), was_given(8)) == (True, False)
    gone.delete()
    assert (was_given(7), was_given(8)) == (True, False)


def test_a_number_that_was_changed_is_not_given_again():
    changed = world.agreement(number=7)
    changed.number = 3
    changed.save()
    assert was_given(7) and next_number() == 8
