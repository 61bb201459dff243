"""RT's REST2 by way of the shared HTTP layer: which requests there are, nothing of their sense.

Everything is asked for in bulk: a page of tickets with people and custom fields is one request,
so are a hundred transactions with their authors, the metadata of their parts, their texts.
`total` and `next_page` are absent for transactions and attachments, and rows that the account may
not see shrink a page, so callers go on by number, never by page.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Collection, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from workspace.domain.errors import BadAnswer, Forbidden, Gone
from workspace.sync.connectors.contract import AccountConfig, Host
from workspace.sync.connectors.http import HttpAnswer, HttpLimits, HttpSession, Params
from workspace.sync.connectors.http_wire import Multipart, date_s
from workspace.sync.connectors.rt import activity, mapping
from workspace.sync.connectors.rt.activity import Row
from workspace.sync.connectors.rt.content import base64_in_json
from workspace.sync.connectors.rt.mapping import Part, number

PAGE = 100  # RT caps per_page there without saying so
MAX_BODIES = 4 * 1024 * 1024  # bytes of text asked for in one request

TICKET_FIELDS: dict[str, str | int] = {
    "fields": "Subject,Status,Queue,Owner,Priority,Created,LastUpdated,Due,EffectiveId,"
    "Requestor,Cc,CustomFields",
    "fields[Requestor]": "Name,RealName,EmailAddress,Organization,Lang,Timezone",
    "fields[Cc]": "Name,RealName,EmailAddress",
}
TRANSACTION_FIELDS: dict[str, str | int] = {
    "fields": "Type,Creator,Created,Field,OldValue,NewValue,ObjectId",
    "fields[Creator]": "Name,RealName,EmailAddress",
}
PART_FIELDS = "TransactionId,ContentType,Filename,Headers,ContentLength"

_TOKEN_USER = re.compile(r"\d+-(\d+)-")


def quoted(text: str) -> str:
    """A value for TicketSQL."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def any_of(column: str, numbers: Collection[int] | Collection[str]) -> str:
    """TicketSQL for one of these ids."""
    return " OR ".join(f"{column} = {one}" for one in numbers)


class RtClient:
    """Requests of one account. Thread-safe; keeps names by number, which never change meaning."""

    def __init__(self, account: AccountConfig, host: Host, limits: HttpLimits) -> None:
        secret = account.secret.strip()
        self._user = account.settings.get("user", "").strip()
        self._by_password = account.settings.get("auth", "token") == "password"
        self.token_user = "" if self._by_password else _user_of(secret)
        web = account.url.strip().rstrip("/")
        self.web = web.removesuffix("/REST/2.0")
        self.http = HttpSession(
            f"{self.web}/REST/2.0",
            host,
            headers={} if self._by_password else {"Authorization": f"token {secret}"},
            auth=(self._user, secret) if self._by_password else None,
            secrets=(secret,),
            limits=limits,
        )
        self._clock = host.clock
        self._lock = threading.Lock()
        self._users: dict[str, str] = {"6": mapping.NOBODY}
        self._fields: dict[str, str] = {}

    def close(self) -> None:
        self.http.close()

    def now_s(self) -> int:
        """Our clock, in seconds."""
        return self._clock.now_ms() // 1000

    # --- People and places ---------------------------------------------------------------------

    def me(self) -> Row:
        """The account's own user; the token names it by number."""
        who = self._user or self.token_user
        return _object(self.http.get_json(f"user/{quote(who, safe='@')}"))

    def version(self) -> str:
        """RT's version; any credentials that are right may ask for it."""
        return str(_object(self.http.get_json("rt")).get("Version") or "")

    def knows_itself(self) -> bool:
        """Whether there is a name to ask for as oneself."""
        return bool(self._user or self.token_user)

    def user_names(self, numbers: Collection[str]) -> dict[str, str]:
        """RT names of users by number; one request for each that is new to us."""
        for one in numbers:
            with self._lock:
                known = one in self._users
            if known:
                continue
            try:
                row = _object(self.http.get_json(f"user/{one}"))
                name = str(row.get("Name") or one)
            except (Gone, Forbidden):
                name = one
            with self._lock:
                self._users[one] = name
        with self._lock:
            return {one: self._users.get(one, one) for one in numbers}

    def field_names(self) -> dict[str, str]:
        """Names of the custom fields met so far, by number."""
        with self._lock:
            return dict(self._fields)

    def queues(self) -> list[Row]:
        """All queues this account may see."""
        found: list[Row] = []
        for page in range(1, 51):
            answer = self._list(
                "queues/all", {"fields": "Name,Lifecycle,Disabled", "per_page": PAGE, "page": page}
            )
            found += answer
            if not answer:
                break
            if len(answer) < PAGE // 2:  # ACL-hidden rows shrink a page, but hardly by half
                break
        return found

    def queue(self, remote_id: str) -> Row:
        return _object(self.http.get_json(f"queue/{number(remote_id)}"))

    def custom_field(self, remote_id: str) -> Row:
        return _object(self.http.get_json(f"customfield/{number(remote_id)}"))

    def staff(self, limit: int) -> list[Row]:
        """Members of RT's group of privileged users, where this account may see it."""
        rights = json.dumps(
            [
                {"field": "Domain", "value": "SystemInternal"},
                {"field": "Name", "value": "Privileged"},
            ]
        )
        groups = self._list("groups", {"query": rights, "fields": "Name", "per_page": PAGE})
        ids = [number(row.get("id")) for row in groups if row.get("Name") == "Privileged"]
        if not ids:
            return []
        people: list[Row] = []
        for page in range(1, limit // PAGE + 2):
            members = self._list(
                f"group/{ids[0]}/members",
                {"recursively": 1, "users": 1, "groups": 0, "per_page": PAGE, "page": page},
            )
            for member in members[: limit - len(people)]:
                row = _object(self.http.get_json(f"user/{number(member.get('id'))}"))
                people.append(row)
            if len(members) < PAGE:
                break
        return people

    # --- Tickets --------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        limit: int,
        order: str = "DESC",
        by: str = "id",
        fields: Mapping[str, str | int] | None = None,
    ) -> tuple[list[Row], int]:
        """Rows of a ticket search and how many there are in all."""
        params: dict[str, str | int] = {
            "query": query,
            "orderby": by,
            "order": order,
            "per_page": min(limit, PAGE),
            **(TICKET_FIELDS if fields is None else fields),
        }
        answer = _object(self.http.get_json("tickets", params))
        found = mapping.rows(answer.get("items"))
        with self._lock:
            for row in found:
                self._fields.update(mapping.custom_names(row))
        return found, number(answer.get("total"))

    def tickets(self, numbers: Collection[int]) -> dict[int, Row]:
        """Tickets by number, in bulk; deleted, merged and hidden ones are missing."""
        found: dict[int, Row] = {}
        wanted = sorted(numbers)
        for start in range(0, len(wanted), PAGE):
            query = any_of("id", wanted[start : start + PAGE])
            for row in self.search(query, limit=PAGE)[0]:
                found[number(row.get("id"))] = row
        return found

    def ticket(self, remote_id: str) -> tuple[Row, int, str]:
        """One ticket as `/ticket/N` tells it, also deleted and merged ones; its last
        transaction; the ETag as it came."""
        answer = self.http.request("GET", f"ticket/{number(remote_id)}")
        self.http.checked(answer, write=False)
        row = _object(answer.json())
        tag = answer.headers.get("ETag", "")
        with self._lock:
            self._fields.update(mapping.custom_names(row))
        return row, number(tag.strip('W/"')), tag

    # --- Transactions ----------------------------------------------------------------------------

    def transactions(
        self, query: str, *, limit: int = PAGE, order: str = "DESC", bare: bool = False
    ) -> tuple[list[Row], int]:
        """Transactions by number, and the server's clock (seconds) as it answered."""
        return self._numbered("transactions", query, limit, order, bare)

    def history(
        self, remote_id: str, *, below: int = 0, above: int = 0, limit: int = PAGE
    ) -> tuple[list[Row], int]:
        """A ticket's transactions, those of tickets merged into it included, newest first.

        The narrowing is JSON: TransactionSQL would *replace* the ticket and bring all tickets'.
        """
        narrow: list[dict[str, Any]] = [
            {"field": "Type", "operator": "NOT IN", "value": list(activity.MAIL_RECORDS)}
        ]
        if below:
            narrow.append({"field": "id", "operator": "<", "value": below})
        if above:
            narrow.append(
                {"field": "id", "operator": ">", "value": above, "entry_aggregator": "AND"}
            )
        path = f"ticket/{number(remote_id)}/history"
        return self._numbered(path, json.dumps(narrow), limit, "DESC", False)

    def _numbered(
        self, path: str, query: str, limit: int, order: str, bare: bool
    ) -> tuple[list[Row], int]:
        params: dict[str, str | int] = {
            "query": query,
            "orderby": "id",
            "order": order,
            "per_page": min(limit, PAGE),
            **({} if bare else TRANSACTION_FIELDS),
        }
        answer = self.http.checked(self.http.request("GET", path, params=params), write=False)
        found = mapping.rows(_object(answer.json()).get("items"))
        return found, date_s(answer.headers.get("Date", "")) or self.now_s()

    # --- Parts -----------------------------------------------------------------------------------

    def parts(self, transactions: Collection[int]) -> dict[int, list[Part]]:
        """The MIME parts of these transactions, with the contents of those that can be bodies."""
        found: dict[int, list[Part]] = {one: [] for one in transactions}
        if not found:
            return found
        for one in self._parts_where("TransactionId", sorted(found), PART_FIELDS):
            if one.transaction in found:
                found[one.transaction].append(one)
        wanted = [
            one
            for parts in found.values()
            for one in parts
            if one.inline and one.size and one.transaction
        ]
        contents: dict[int, str] = {}
        for batch in _batches(wanted):
            for one in self._parts_where("id", batch, "TransactionId,ContentType,Content"):
                contents[one.id] = one.content
        return {
            key: [_with_content(one, contents) for one in parts] for key, parts in found.items()
        }

    def _parts_where(self, column: str, numbers: list[int], fields: str) -> Iterator[Part]:
        for start in range(0, len(numbers), PAGE):
            above = 0
            while True:
                query: list[dict[str, Any]] = [
                    {
                        "field": column,
                        "operator": "IN",
                        "value": numbers[start : start + PAGE],
                    }
                ]
                if above and column != "id":
                    query.append({"field": "id", "operator": ">", "value": above})
                rows = self._list(
                    "attachments",
                    {
                        "query": json.dumps(query),
                        "orderby": "id",
                        "order": "ASC",
                        "per_page": PAGE,
                        "fields": fields,
                    },
                )
                found = [mapping.part(row) for row in rows]
                yield from found
                if len(found) < PAGE or column == "id":
                    break
                above = found[-1].id

    def content(self, attachment: str) -> Iterator[bytes]:
        """The bytes of one part, decoded from the Base64 inside RT's JSON as they come."""
        chunks = self.http.stream(f"attachment/{number(attachment)}")
        return base64_in_json(chunks)

    # --- Writes ----------------------------------------------------------------------------------

    def post_message(
        self, remote_id: str, kind: str, body: dict[str, Any], upload: Multipart | None
    ) -> HttpAnswer:
        """`kind` is correspond (public) or comment (internal)."""
        path = f"ticket/{number(remote_id)}/{kind}"
        if upload is not None:
            return self.http.request("POST", path, upload=upload)
        return self.http.request("POST", path, json_body=body)

    def put_ticket(self, remote_id: str, body: dict[str, Any], tag: str) -> HttpAnswer:
        path = f"ticket/{number(remote_id)}"
        return self.http.request("PUT", path, json_body=body, headers={"If-Match": tag})

    def steal(self, remote_id: str) -> HttpAnswer:
        return self.http.request("PUT", f"ticket/{number(remote_id)}/steal", json_body={})

    def _list(self, path: str, params: Params) -> list[Row]:
        return mapping.rows(_object(self.http.get_json(path, params)).get("items"))


def _user_of(token: str) -> str:
    """RT's tokens are VERSION-USER-SECRET."""
    found = _TOKEN_USER.match(token)
    return found.group(1) if found else ""


def _object(value: object) -> Row:
    if isinstance(value, dict):
        return value
    raise BadAnswer("The server answered, but not as Request Tracker does.")


def _with_content(one: Part, contents: Mapping[int, str]) -> Part:
    if one.id not in contents:
        return one
    return Part(
        one.id,
        one.transaction,
        one.media_type,
        one.name,
        one.size,
        one.headers,
        contents[one.id],
    )


def _batches(parts: list[Part]) -> Iterator[list[int]]:
    batch: list[int] = []
    size = 0
    for one in parts:
        if batch and (len(batch) == PAGE or size + one.size > MAX_BODIES):
            yield batch
            batch, size = [], 0
        batch.append(one.id)
        size += one.size
    if batch:
        yield batch
