"""What groups of officers were given by the installation, and the portal's own rights."""

from django.contrib.auth.models import Permission
from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficerRight(models.Model):
    """That the group of this name was given this right once: what an administrator takes is not given again.

    By the name, so that a group which an administrator renames or deletes is not made anew.
    """

    group = models.CharField(max_length=150)
    permission = models.ForeignKey(Permission, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("right of officers")
        default_permissions = ()
        # Shown in the form of a group, as they are stored.
        permissions = [
            ("publish", "เผยแพร่ ตั้งเวลา ถอน และแก้ไขสิ่งที่เผยแพร่แล้ว"),
            ("translate", "แปล: แก้ไขเฉพาะข้อความภาษาอังกฤษ"),
            ("report", "รายงานความคืบหน้าข้อผูกพันของหน่วยงานตน"),
            ("oversee_bin", "ดูแลรายการที่ลบทั้งหมด และลบสิ่งที่เคยเผยแพร่"),
        ]
        constraints = [models.UniqueConstraint(fields=["group", "permission"], name="officer_right_once")]

    def __str__(self) -> str:
        return f"{self.group}: {self.permission}"
