"""Many-to-many links in an order that officers choose: that in which the rows of the table of links were written.

The table needs no column for it: whatever keeps the keys of its rows (history, the bin, copies of the database) keeps
the order as well. What stands behind the first change is written anew.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from django import forms
from django.db import models, router, transaction
from django.db.models.fields.related_descriptors import ManyToManyDescriptor
from django.utils.functional import cached_property


class OrderedChoiceField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several records, in the order in which they were picked. Another order is a change."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        places = {str(key): place for place, key in enumerate(value or ())}
        return sorted(found, key=lambda record: places[str(record.pk)])

    def has_changed(self, initial: Any, data: Any) -> bool:
        if self.disabled:
            return False
        return [str(key) for key in self.prepare_value(initial or ())] != [str(key) for key in data or ()]


class OrderedManyToManyField(models.ManyToManyField):  # type: ignore[type-arg]
    """Links to many records in an order: `all()`, prefetching, `set()` and `add()` keep it; `add()` adds at the end.

    The order is that of the side which has the field; seen from the other side it is a link as any other.
    """

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **kwargs: Any) -> None:
        super().contribute_to_class(cls, name, *args, **kwargs)
        setattr(cls, self.name, _Descriptor(self.remote_field))

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        # To the database it is Django's own: no table is made anew for it.
        return name, "django.db.models.ManyToManyField", args, kwargs

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        return super().formfield(*args, **{"form_class": OrderedChoiceField} | kwargs)


def keys_in_order(field: Any, keys: Iterable[Any]) -> list[Any]:
    """The `keys` of what `field` links to, so that the same links are the same list: sorted if they have no order."""
    return list(keys) if isinstance(field, OrderedManyToManyField) else sorted(keys)


class _Descriptor(ManyToManyDescriptor):  # type: ignore[type-arg]
    @cached_property
    def related_manager_cls(self) -> Any:
        return _manager_in_order(super().related_manager_cls)


def _manager_in_order(base: Any) -> Any:
    """Django's manager of the links of one record, made for one field."""

    class ManagerInOrder(base):  # type: ignore[misc]
        """Of a set of keys Django makes rows in any order; here it is given lists."""

        def _apply_rel_filters(self, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
            found: models.QuerySet[Any] = super()._apply_rel_filters(self._ordered(queryset))
            return found

        def get_prefetch_querysets(self, instances: Any, querysets: Any = None) -> Any:
            found, *how = super().get_prefetch_querysets(instances, querysets)
            return self._ordered(found), *how

        def _ordered(self, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
            opts = self.through._meta
            return queryset.extra(order_by=[f"{opts.db_table}.{opts.pk.column}"])

        def set(self, objs: Iterable[Any], *, clear: bool = False, through_defaults: Any = None) -> None:
            keys = self._get_target_ids(self.target_field_name, objs)
            using = router.db_for_write(self.through, instance=self.instance)
            with transaction.atomic(using=using, savepoint=False):
                stored = list(self.using(using).values_list("pk", flat=True))
                pairs = zip(stored, keys, strict=False)
                stays = 0 if clear else len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
                self.remove(*stored[stays:])
                self.add(*keys[stays:], through_defaults=through_defaults)

        set.alters_data = True

        def _get_target_ids(self, target_field_name: str, objs: Iterable[Any]) -> list[Any]:
            ids = (next(iter(super(ManagerInOrder, self)._get_target_ids(target_field_name, [one]))) for one in objs)
            return list(dict.fromkeys(ids))

        def _get_missing_target_ids(self, source: str, target: str, db: str, target_ids: list[Any]) -> list[Any]:
            missing = super()._get_missing_target_ids(source, target, db, set(target_ids))
            return [key for key in target_ids if key in missing]

    return ManagerInOrder
