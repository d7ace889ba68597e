"""Pictures with their credit, and the smaller copies that pages offer to browsers."""

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

WIDTHS = (480, 960, 1440)
FORMATS = ("avif", "webp")
FALLBACK_WIDTH = 960


class Picture(AbstractImage):
    credit = models.CharField(_("Credit"), max_length=200, blank=True, help_text=_("Who made it."))
    licence = models.CharField(_("Licence"), max_length=80, blank=True)
    licence_url = models.URLField(_("Address of the licence"), blank=True)
    # Smaller copies, made when the file is saved: a public page never makes one while it is read.
    # {"avif": [[width in px, storage name], …], "webp": […], "fallback": [width, height, storage name]}
    variants = models.JSONField(default=dict, blank=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "credit_ja",
        "credit_en",
        "licence",
        "licence_url",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def make_variants(self):
        """Write the smaller copies and remember them; an animated picture keeps its file as it is."""
        found = {"of": self.file_hash}
        widths = [width for width in WIDTHS if width < self.width] + [min(self.width, WIDTHS[-1])]
        for image_format in FORMATS:
            copies = [self.get_rendition(f"width-{width}|format-{image_format}") for width in sorted(set(widths))]
            found[image_format] = [[copy.width, copy.file.name] for copy in copies]
        fallback = self.get_rendition(f"width-{min(self.width, FALLBACK_WIDTH)}")
        found["fallback"] = [fallback.width, fallback.height, fallback.file.name]
        type(self).objects.filter(pk=self.pk).update(variants=found)
        self.variants = found

    def srcset(self, image_format):
        """`(address, width in px)` of each smaller copy in that format, smallest first."""
        return [(default_storage.url(name), width) for width, name in self.variants.get(image_format, [])]

    @property
    def fallback(self):
        """`(address, width, height)` of the copy for browsers that know neither format."""
        if kept := self.variants.get("fallback"):
            return default_storage.url(kept[2]), kept[0], kept[1]
        return self.file.url, self.width, self.height


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_spec")
        ]
