"""Queries that pages ask again and again, put together once: Django takes longer to write such SQL than to run it.

    @kept_query
    def partners_by_name() -> QuerySet[City]:
        return City.objects.published().partners().by_name(reader_language())

    @kept_query
    def article_at(*, slug: str) -> QuerySet[Article]:
        return Article.objects.readable().filter(slug=slug)

    cities = partners_by_name().rows()
    article = article_at(slug=slug).first()

The function is called, and its SQL written, once for each language, day and set of shelf lives, and for each of its
positional arguments, which should be few: a code, an order. Its keyword arguments differ from page to page: where the
query compares with them stands a placeholder, filled in when it is asked. They are text, whole numbers or keys of
records, or a list of such, for `__pk__in` and the like; a list is padded, so that it makes few queries. Nothing of an
answer is kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial, wraps
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone
from django.utils.translation import get_language

from iad_portal.lib.claims.shelf_life import years_that_are_set
from iad_portal.lib.dates import calendar

# So many queries are kept by a process; those asked least lately go. The pages of the starting data, in both languages
# and without filters, ask 600; each takes some 50 kB.
MOST = 800
_is_kept: ContextVar[bool] = ContextVar("is_kept", default=False)


class Now(models.Expression):
    """The moment at which a query is asked, by this computer's clock: not that at which it was put together."""

    output_field = models.DateTimeField()

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self if _is_kept.get() else self.value(connection, {}),)

    def value(self, connection: Any, _given: dict[str, Any]) -> Any:
        """What the database is told."""
        return connection.ops.adapt_datetimefield_value(timezone.now())


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of a keyword argument among the parameters, or of one entry of a list."""

    name: str
    position: int | None

    def value(self, _connection: Any, given: dict[str, Any]) -> Any:
        """What stands here this time."""
        value = given[self.name]
        return value if self.position is None else value[self.position]


class _Given(models.Expression):
    """What stands at a _Place, for Django."""

    def __init__(self, name: str, position: int | None = None):
        super().__init__()
        self.name, self.position = name, position

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (_Place(self.name, self.position),)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A query with its SQL. The parameters hold Now and _Place where they differ from time to time."""

    queryset: models.QuerySet[Any]
    compiler: SQLCompiler
    sql: str
    params: tuple[Any, ...]
    differs: bool
    converters: WeakKeyDictionary[Any, dict[int, Any]] = field(default_factory=WeakKeyDictionary)

    @classmethod
    def of(cls, queryset: models.QuerySet[Any]) -> "_Plan | None":
        """None for what can never find anything."""
        compiler = queryset.query.get_compiler(queryset.db)
        token = _is_kept.set(True)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        finally:
            _is_kept.reset(token)
        _forget_conditions(compiler)
        return cls(queryset, compiler, sql, tuple(params), any(isinstance(one, (Now, _Place)) for one in params))

    def ask(self, given: dict[str, Any]) -> list[Any]:
        """The rows of now, with what the query fetches beside them."""
        connection = connections[self.queryset.db]
        params = self.params
        if self.differs:
            params = tuple(
                one.value(connection, given) if isinstance(one, (Now, _Place)) else one for one in self.params
            )
        # A compiler notes what it selects while it writes the SQL: all is there but the parameters of this time.
        compiler = _twin(self.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *_args, **_kwargs: (self.sql, params)
        compiler.get_converters = lambda expressions: self._converters(compiler, expressions)
        query = _twin(self.queryset.query)
        query.get_compiler = lambda *_args, **_kwargs: compiler
        asked = _twin(self.queryset)
        asked._query, asked._result_cache, asked._prefetch_done = query, None, False
        return list(asked)

    def _converters(self, compiler: SQLCompiler, expressions: list[Any]) -> dict[int, Any]:
        """How the values of a row are read: found out once for a connection, which has its own."""
        known = self.converters.get(compiler.connection)
        if known is None:
            known = self.converters[compiler.connection] = SQLCompiler.get_converters(compiler, expressions)
        return known


def _forget_conditions(compiler: SQLCompiler) -> None:
    """Leave of a written query what reading its rows takes: the rest is half of what a kept one would hold."""
    compiler.where = compiler.having = compiler.qualify = None
    compiler.query.where = type(compiler.query.where)()
    compiler.query.combined_queries = ()
    compiler.quote_cache = {}
    compiler.select = [(column, ("", ()), alias) for column, _sql, alias in compiler.select]


class Kept:
    """One query with the arguments of one time. It is asked whenever it is read."""

    def __init__(self, build: Callable[..., models.QuerySet[Any]], name: Hashable, given: dict[str, Any]):
        """`build` makes the queryset; of two with one `name` it makes the same. `given` are its keyword arguments."""
        self._build, self._name, self._given = build, name, given

    def rows(self, **known: models.Model) -> list[Any]:
        """All that it finds. Each row gets the `known` records to which it belongs, and does not ask for them."""
        found = self._ask("rows", lambda found: found)
        for row in found:
            for name, record in known.items():
                setattr(row, name, record)
        return found

    def first(self) -> Any:
        """The first that it finds, in its own order; None when there is none."""
        return next(iter(self._ask("first", lambda found: found[:1])), None)

    def count(self) -> int:
        """How many it finds."""
        return int(next(iter(self._ask("count", _counted)), 0))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows())

    def __getitem__(self, part: slice) -> list[Any]:
        """Rows `part.start` to `part.stop`, as Paginator and pages ask for the first few."""
        return self._ask(("part", part.start, part.stop), lambda found: found[part])

    def _ask(self, form: Hashable, shape: Callable[[models.QuerySet[Any]], models.QuerySet[Any]]) -> list[Any]:
        given = {name: _plain(value) for name, value in self._given.items()}
        plan = _plan_of((form, self._key(given)), lambda: shape(self._build(**_places(given))))
        return plan.ask(given) if plan else []

    def _key(self, given: dict[str, Any]) -> Hashable:
        lengths = tuple((name, len(value) if isinstance(value, list) else None) for name, value in given.items())
        circumstances = get_language(), calendar.today(), years_that_are_set()
        return self._name, lengths, circumstances


def kept_query(build: Callable[..., models.QuerySet[Any]]) -> Callable[..., Kept]:
    """Keep the SQL of the queryset that `build` puts together."""

    @wraps(build)
    def with_arguments(*args: Hashable, **given: Any) -> Kept:
        return Kept(partial(build, *args), (build, args), given)

    return with_arguments


_plans: OrderedDict[Hashable, _Plan | None] = OrderedDict()
_lock = Lock()


def _plan_of(key: Hashable, build: Callable[[], models.QuerySet[Any]]) -> _Plan | None:
    with _lock:
        if key in _plans:
            _plans.move_to_end(key)
            return _plans[key]
    plan = _Plan.of(build())
    with _lock:
        _plans[key] = plan
        while len(_plans) > MOST:
            _plans.popitem(last=False)
    return plan


def _counted(found: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """A query whose one row is the number of rows of `found`, which are not made distinct."""
    alike: Any = found.order_by().annotate(alike=models.Value(1)).values("alike")
    number: models.QuerySet[Any] = alike.annotate(number=models.Count("*")).values_list("number", flat=True)
    return number


def _plain(value: Any) -> Any:
    """A keyword argument as it is compared with: of records their keys."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, Iterable) and not isinstance(value, str):
        return _padded([_plain(one) for one in value])
    return value


def _padded(values: list[Any]) -> list[Any]:
    """`values` with the last one repeated, up to a power of two: so lists of many lengths share few queries."""
    return values + values[-1:] * ((1 << max(len(values) - 1, 0).bit_length()) - len(values)) if values else values


def _places(given: dict[str, Any]) -> dict[str, Any]:
    return {
        name: [_Given(name, position) for position in range(len(value))] if isinstance(value, list) else _Given(name)
        for name, value in given.items()
    }


def _twin(thing: Any) -> Any:
    """A shallow copy: copy.copy() would ask a queryset's rows first."""
    twin = object.__new__(type(thing))
    twin.__dict__.update(thing.__dict__)
    return twin
