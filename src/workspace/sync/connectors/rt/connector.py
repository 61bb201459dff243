"""The connector for Request Tracker 5 by REST2; README.md beside it tells what was measured."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import ClassVar

from workspace.domain.commands import AddNote, SetFields
from workspace.domain.errors import (
    BadAnswer,
    ConnectorError,
    Forbidden,
    Gone,
    Unsupported,
    UsageError,
)
from workspace.domain.items import (
    AgentItem,
    Capabilities,
    Directory,
    Fetched,
    FieldItem,
    Page,
    StatusItem,
    TeamItem,
)
from workspace.domain.words import Status
from workspace.sync.connectors.contract import (
    AccountConfig,
    AttachmentRef,
    Checked,
    Connector,
    Feed,
    Host,
    Manifest,
    NotSent,
    OpenFile,
    Outgoing,
    Sent,
    Setting,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.http import HttpLimits
from workspace.sync.connectors.rt import mapping
from workspace.sync.connectors.rt.activity import Row
from workspace.sync.connectors.rt.client import RtClient, quoted
from workspace.sync.connectors.rt.feeds import History, Live
from workspace.sync.connectors.rt.mapping import TicketWords, number
from workspace.sync.connectors.rt.push import Pusher
from workspace.sync.connectors.rt.reader import Reader, Scope, fetch

STAFF_LISTED = 200
DEFAULT_MEGABYTES = 20
PRIORITIES = ("0", "50", "100")  # RT's default words for these are Low, Medium and High

MANIFEST = Manifest(
    name="rt",
    title="Request Tracker 5",
    settings=(
        Setting(
            name="auth",
            label="Sign in with",
            kind="choice",
            choices=("token", "password"),
            default="token",
            required=False,
            help="A token is made in RT under Settings, Auth Tokens, and can be withdrawn "
            "without changing the password.",
        ),
        Setting(
            name="user",
            label="User name",
            required=False,
            help="Needed with a password only; a token names its user itself.",
        ),
        Setting(
            name="teams",
            label="Queues to follow",
            required=False,
            help="Names of RT queues, separated by commas. Empty follows all that are visible.",
        ),
        Setting(
            name="tags_field",
            label="Custom field that holds tags",
            required=False,
            default="Tags",
            help="A ticket custom field for several free values.",
        ),
        Setting(
            name="statuses",
            label="Statuses of your own",
            required=False,
            help="Where a lifecycle has words of its own: word=new|open|pending|on_hold|solved|"
            "closed, separated by commas.",
        ),
        Setting(
            name="max_attachment_mb",
            label="Largest attachment (MB)",
            required=False,
            default=str(DEFAULT_MEGABYTES),
            help="As RT's MaxAttachmentSize.",
        ),
    ),
    settle_s=30.0,
    poll_s=15.0,
    page_limit=500,
    parallel=4,
)


class RtConnector(Connector):
    """Tickets of one RT as one of its users sees them."""

    manifest: ClassVar[Manifest] = MANIFEST

    def __init__(self, account: AccountConfig, host: Host) -> None:
        super().__init__(account, host)
        settings = account.settings
        limits = HttpLimits(parallel=self.manifest.parallel)
        self._client = RtClient(account, host, limits)
        words = TicketWords(
            web=self._client.web,
            tags_field=settings.get("tags_field", "Tags").strip(),
            statuses={**mapping.STATUSES, **_own_statuses(settings.get("statuses", ""))},
        )
        teams = tuple(filter(None, (t.strip() for t in settings.get("teams", "").split(","))))
        self._reader = Reader(self._client, Scope(teams, words))
        self._pusher = Pusher(self._reader, _megabytes(settings) * 1024 * 1024)
        self._lock = threading.Lock()
        self._me: Row | None = None
        self._capabilities: Capabilities | None = None

    @property
    def requests(self) -> int:
        """How many requests left so far."""
        return self._client.http.requests

    def clock_offset_ms(self) -> int | None:
        return self._client.http.server_clock.offset_ms

    def close(self) -> None:
        self._client.close()

    # --- Who and what ---------------------------------------------------------------------------

    def check(self) -> Checked:
        if not self._client.knows_itself():
            self._client.version()  # wrong credentials are the likelier reason
            raise UsageError(
                "The account does not say which RT user it is.",
                "Enter the user name, or use a token made by RT 5.",
            )
        try:
            row = self._client.me()
        except Gone:
            raise BadAnswer("There is no REST2 of Request Tracker at this address.") from None
        if not row.get("Name"):
            raise BadAnswer("The server answered, but not as Request Tracker does.")
        with self._lock:
            self._me = row
        warnings: tuple[str, ...] = ()
        if not number(row.get("Privileged")):
            warnings = ("This user is a customer in RT: it sees its own tickets only.",)
        return Checked(me=mapping.agent(row, me=True), server="Request Tracker", warnings=warnings)

    def _myself(self) -> Row:
        """The account's user; one request, once."""
        with self._lock:
            known = self._me
        if known is None:
            self.check()
            with self._lock:
                known = self._me
        return known or {}

    def capabilities(self, scope: TicketRef | None = None) -> Capabilities:
        with self._lock:
            if self._capabilities is not None:
                return self._capabilities
        try:
            staff = bool(number(self._myself().get("Privileged")))
            tags = self._has_tags()
        except ConnectorError:
            return _capabilities(True, True, self.account)  # not known yet; not remembered
        found = _capabilities(staff, tags, self.account)
        with self._lock:
            self._capabilities = found
        return found

    def directory(self) -> Directory:
        queues = self._client.queues()
        live = [queue for queue in queues if not number(queue.get("Disabled"))]
        return Directory(
            agents=self._agents(),
            teams=tuple(
                TeamItem(remote_id=mapping.named(queue), name=str(queue.get("Name") or ""))
                for queue in live
                if self._reader.scope.follows(str(queue.get("Name") or ""))
            ),
            statuses=tuple(
                StatusItem(backend_status=word, status=ours, label=word)
                for word, ours in self._reader.scope.words.statuses.items()
                if word != mapping.DELETED
            ),
            fields=self._fields(live),
            priorities=PRIORITIES,
        )

    def _agents(self) -> tuple[AgentItem, ...]:
        """RT's privileged users where the account may list them, else those at work lately."""
        me = mapping.agent(self._myself(), me=True)
        people = {me.remote_id: me}
        try:
            rows = self._client.staff(STAFF_LISTED)
        except (Forbidden, Gone):
            rows = []
        if not rows:
            at_work = "ObjectType = 'RT::Ticket' AND (Type = 'Comment' OR Field = 'Owner')"
            done = self._client.transactions(at_work)[0]
            rows = [row for one in done for row in mapping.rows(one.get("Creator"))]
        for row in rows:
            one = mapping.agent(row)
            if one.remote_id not in (mapping.SYSTEM, mapping.NOBODY, ""):
                people.setdefault(one.remote_id, one)
        return tuple(sorted(people.values(), key=lambda one: (not one.me, one.name)))

    def _has_tags(self) -> bool:
        """Whether tickets have the field for tags: the newest one tells, else the queues do."""
        name = self._reader.scope.words.tags_field
        rows, _ = self._client.search("id > 0", limit=1, fields={"fields": "CustomFields"})
        if any(name in mapping.custom_names(row).values() for row in rows):
            return True
        for queue in self._client.queues():
            row = self._client.queue(mapping.named(queue))
            fields = mapping.rows(row.get("TicketCustomFields"))
            if any(one.get("name") == name for one in fields):
                return True
        return False

    def _fields(self, queues: list[Row]) -> tuple[FieldItem, ...]:
        """Custom fields of tickets; choices only where the account may see the definition."""
        ids: dict[str, tuple[str, set[str]]] = {}
        for queue in queues:
            row = self._client.queue(mapping.named(queue))
            for one in mapping.rows(row.get("TicketCustomFields")):
                name, teams = ids.setdefault(mapping.named(one), (str(one.get("name")), set()))
                teams.add(mapping.named(queue))
        fields = []
        allowed = True
        for remote_id, (name, teams) in ids.items():
            definition: Row = {}
            if allowed:
                try:
                    definition = self._client.custom_field(remote_id)
                except (Forbidden, Gone):
                    allowed = False
            if name == self._reader.scope.words.tags_field:
                continue
            fields.append(_field(name, definition, teams))
        return tuple(fields)

    # --- In -------------------------------------------------------------------------------------

    def pull(self, feed: Feed, cursor: str) -> Page:
        limit = self.manifest.page_limit
        if feed == "live":
            return Live(self._reader).pull(cursor, limit)
        return History(self._reader).pull(cursor, limit)

    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        _number_or_gone(ref.remote_id)
        return fetch(self._reader, ref.remote_id, before)

    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        _number_or_gone(ref.remote_id)
        return self._client.content(ref.remote_id)

    def search(self, query: str, limit: int) -> list[TicketRef]:
        query = query.strip()
        if query.isascii() and query.isdigit():
            where = f"id = {query}"
        elif "@" in query and " " not in query:
            where = f"Requestor.EmailAddress = {quoted(query)}"
        else:
            where = f"Subject LIKE {quoted(query)}"
        rows, _ = self._client.search(where, limit=limit, fields={"fields": "Status"})
        return [TicketRef(str(row.get("id"))) for row in rows]

    # --- Out ------------------------------------------------------------------------------------

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        _number_or_gone(outgoing.ticket.remote_id)
        can = self.capabilities()
        command = outgoing.command
        if isinstance(command, AddNote) and not can.note:
            raise Unsupported(can.why["note"])
        if isinstance(command, SetFields):
            if not can.set_status:
                raise Unsupported(can.why["set_status"])
            if (command.tags_add or command.tags_remove) and not can.set_tags:
                raise Unsupported(can.why["set_tags"])
        return self._pusher.push(outgoing, open_file, self._name())

    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        _number_or_gone(outgoing.ticket.remote_id)
        return self._pusher.find_sent(outgoing, self._name())

    def _name(self) -> str:
        return str(self._myself().get("Name") or "")


def _capabilities(staff: bool, tags: bool, account: AccountConfig) -> Capabilities:
    why: dict[str, str] = {}
    if not staff:
        customer = "This user is a customer in RT and can only reply."
        why = dict.fromkeys(
            (
                "note",
                "set_status",
                "set_assignee",
                "set_team",
                "set_priority",
                "set_tags",
                "set_custom_fields",
            ),
            customer,
        )
    elif not tags:
        name = account.settings.get("tags_field", "Tags") or "Tags"
        why["set_tags"] = f"RT has no ticket custom field “{name}” to hold tags."
    return Capabilities(
        reply=True,
        note=staff,
        html=True,
        attachments=True,
        max_attachment_bytes=_megabytes(account.settings) * 1024 * 1024,
        set_status=staff,
        set_assignee=staff,
        set_team=staff,
        set_priority=staff,
        set_tags=staff and tags,
        set_custom_fields=staff,
        conditional_update=True,
        find_sent=True,
        search=True,
        deletions=True,
        merges=True,
        why=why,
    )


def _megabytes(settings: object) -> int:
    text = settings.get("max_attachment_mb", "") if hasattr(settings, "get") else ""
    return max(1, number(text) or DEFAULT_MEGABYTES)


def _own_statuses(text: str) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for pair in filter(None, (one.strip() for one in text.split(","))):
        word, equals, ours = (one.strip().lower() for one in pair.partition("="))
        if not equals or ours not in {one.value for one in Status}:
            raise UsageError(
                f"“{pair}” does not say which status a word of RT is.",
                "Write word=open (or new, pending, on_hold, solved, closed).",
            )
        found[word] = Status(ours)
    return found


def _field(name: str, definition: Row, teams: set[str]) -> FieldItem:
    choices = [
        str(value.get("name")) if isinstance(value, dict) else str(value)
        for value in definition.get("Values") or ()
    ]
    return FieldItem(
        name=name,
        label=name,
        choices=tuple(choices),
        multiple=bool(definition) and number(definition.get("MaxValues")) != 1,
        teams=tuple(sorted(teams)),
    )


def _number_or_gone(remote_id: str) -> None:
    if not (remote_id.isascii() and remote_id.isdigit()):
        raise Gone("RT numbers its tickets; this is not one of its numbers.")
