"""The methods: every measure of the catalogue at an anchor of its own."""

from metrics.catalog import catalogue
from metrics.families import component
from pages import _notices
from pages._words import methods as said
from tests.pages.calls import Dashboard, components, words


def test_every_measure_has_an_anchor_and_its_words(staff: Dashboard) -> None:
    page = staff.page("/methods")
    ids = {each["props"].get("id") for each in components(page)}
    shown = words(page)
    for measure in catalogue():
        assert measure.id in ids
        assert measure.question in shown
        assert measure.definition in shown
        assert measure.source in shown
        counts = component(measure.numerator).says
        assert counts[1:] in shown


def test_a_national_value_stands_with_its_caveat(staff: Dashboard) -> None:
    shown = words(staff.page("/methods"))
    for measure in catalogue():
        if measure.national:
            assert measure.national.period in shown
    assert "never a verdict on a county" in shown


def test_every_link_inside_the_page_leads_somewhere(staff: Dashboard) -> None:
    page = list(components(staff.page("/methods")))
    ids = {each["props"].get("id") for each in page}
    links = {each["props"].get("href", "") for each in page}
    inside = {link[1:] for link in links if link.startswith("#")}
    assert len(inside) >= len(catalogue())
    assert inside <= ids


def test_an_edition_says_what_it_hides(staff: Dashboard, public: Dashboard) -> None:
    assert said.PRIVACY_STAFF in words(staff.page("/methods"))
    shown = words(public.page("/methods"))
    assert said.PRIVACY_PUBLIC in shown
    assert "1 to 10 children are hidden" in shown


def test_the_page_says_where_the_data_come_from(staff: Dashboard) -> None:
    shown = words(staff.page("/methods"))
    assert "Demonstration data: no real children" in shown
    assert _notices.BROKEN not in shown
