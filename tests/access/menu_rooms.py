"""Ways to menus."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from tests.access.ways import End, WaysIn


class MenuRooms(WaysIn):
    def window_menu(self) -> End:
        self.window.open_menu()
        return self._popup()

    def ticket_menu(self) -> End:
        return self._ticket_menu("more")

    def menu_assign(self) -> End:
        return self._ticket_menu("assign")

    def menu_team(self) -> End:
        return self._ticket_menu("team")

    def menu_status(self) -> End:
        return self._ticket_menu("status")

    def menu_priority(self) -> End:
        return self._ticket_menu("priority")

    def menu_tags(self) -> End:
        return self._ticket_menu("tags")

    def menu_snooze(self) -> End:
        return self._ticket_menu("snooze")

    def _ticket_menu(self, kind: str) -> End:
        self.window.list.commands.act(kind, self._corner(self.window.list))
        return self._popup()

    def message_menu(self) -> End:
        view = self.window.conversation.view
        rows = range(len(self.window.conversation.source.entries))
        messages = [row for row in rows if view.entry_at(row) is not None]
        view.menu_asked.emit(messages[-1], self._corner(view))
        return self._popup()

    def conversation_menu(self) -> End:
        self.window.conversation.more.open(self._corner(self.window.conversation))
        return self._popup()

    def order_menu(self) -> End:
        self.window.list.head.order.menu().popup(self._corner(self.window.list))
        return self._popup()

    def queue_menu(self) -> End:
        key = self._own_queue()
        queue = self.window.queues.model.queue(key)
        self.window.queues.own.open_menu(queue, self._corner(self.window.queues))
        return self._popup()

    def header_team(self) -> End:
        self.window.header.open_team_menu()
        return self._popup()

    def header_status(self) -> End:
        self.window.header.open_status_menu()
        return self._popup()

    def header_priority(self) -> End:
        self.window.header.open_priority_menu()
        return self._popup()

    def header_rest(self) -> End:
        line = self.window.header._one_line
        width, was_on = line._holder.maximumWidth(), line._is_on
        line.set_on(True)
        line._holder.setMaximumWidth(self.ctx.theme.px(160))
        self._wait_for(line._rest.isVisible, "the chip of the rest")
        line._rest.click()

        def unfold() -> None:
            line._holder.setMaximumWidth(width)
            line.set_on(was_on)

        return self._popup(unfold)

    def send_menu(self) -> End:
        self.window.start_reply()
        self.window.composer.panes["reply"].open_send_menu()
        return self._popup()

    def note_menu(self) -> End:
        self.window.start_note()
        self.window.composer.panes["note"].open_send_menu()
        return self._popup()

    def tools_menu(self) -> End:
        self.window.composer.bar.open_menu()
        return self._popup()

    def word_menu(self) -> End:
        self.window.start_reply()
        self.window.composer.panes["reply"].edit.menu_asked.emit(QPoint(4, 4), True)
        return self._popup()
