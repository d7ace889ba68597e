"""What the counts of answers say: of which text, and how surely."""

import pytest

from articles.models import ClarityCount

pytestmark = pytest.mark.django_db


@pytest.fixture
def main(site):
    return site.explainer("main")


def test_few_answers_say_less_than_many(main):
    """1 of 1 is surely less than 90 of 100, and 0 of 1 surely no worse than 10 of 100."""
    texts = [(1, 1, 0), (2, 90, 10), (3, 0, 1), (4, 10, 90), (5, 0, 0)]
    for version, yes, no in texts:
        ClarityCount.objects.create(page=main, language="ja", version=version, yes=yes, no=no)
    rows = ClarityCount.objects.with_bounds().filter(surely_clear__isnull=False)
    assert rows.order_by("-surely_clear").first().version == 2
    assert rows.order_by("-surely_unclear").first().version == 4
    assert rows.count() == 4
    assert all(0 <= row.surely_clear <= 1 for row in rows)
