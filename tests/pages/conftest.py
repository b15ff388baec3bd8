"""Dashboards without a screen."""

import pytest
from werkzeug.test import Client

from tests.pages.calls import Dashboard


@pytest.fixture(scope="session")
def staff(client: Client) -> Dashboard:
    return Dashboard(client=client)


@pytest.fixture(scope="session")
def public(client: Client) -> Dashboard:
    return Dashboard(client=client, prefix="/public/")
