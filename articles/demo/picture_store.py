"""Demo pictures in the picture library, and no file left behind when loading fails."""

from contextlib import contextmanager
from io import BytesIO

from django.core.files.base import ContentFile
from django.db.models.signals import post_save

from articles.demo.pictures import PICTURES, draw
from articles.models import Picture, PictureRendition

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


class PictureStore:
    """Maps the names of demo pictures to ids; a picture is drawn when it is first asked for and not there yet."""

    def __init__(self, width):
        self.width = width
        self.ids = {}
        self.made = []

    def __getitem__(self, name):
        if name not in self.ids:
            title = PICTURES[name].title
            found = Picture.objects.filter(title=title).order_by("pk").first() or self._make(name, title)
            self.ids[name] = found.pk
        return self.ids[name]

    def _make(self, name, title):
        png = BytesIO()
        draw(name, self.width).save(png, "PNG", optimize=True)
        picture = Picture(
            title=title,
            file=ContentFile(png.getvalue(), name=f"demo-{name}.png"),
            credit_ja="DAJP編集部",
            credit_en="DAJP editors",
            licence=LICENCE,
            licence_url=LICENCE_URL,
        )
        self.made.append(picture)
        picture.save()
        return picture

    @contextmanager
    def files_removed_on_failure(self):
        """Around the transaction: a rollback forgets the rows, this the files."""
        written = []

        def remember(sender, instance, **kwargs):
            written.append(instance.file)

        post_save.connect(remember, sender=PictureRendition)
        try:
            yield
        except BaseException:
            for file in [*written, *(picture.file for picture in self.made if picture.file._committed)]:
                file.storage.delete(file.name)
            raise
        finally:
            post_save.disconnect(remember, sender=PictureRendition)
