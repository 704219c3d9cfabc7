"""The hand of an officer at a form, which counts what it does.

A click is a press of the pointer: on a link, a button, a box that is to be typed in, a choice of a list (one to open
it, one to choose). Typing is free, and so is Tab to the next box: nobody's hand leaves the keyboard for it.
"""


class Hand:
    """Does what an officer does on `page`; `clicks` and `saves` are the numbers of both."""

    def __init__(self, page):
        self.page, self.clicks, self.saves = page, 0, 0

    def click(self, selector):
        """Press what `selector` finds first."""
        self.page.locator(selector).first.click()
        self.clicks += 1

    def type(self, selector, words):
        """Click into a box, unless the keyboard is there already, and type."""
        box = self.page.locator(selector).first
        if not box.evaluate("box => box === document.activeElement"):
            box.click()
            self.clicks += 1
        self.page.keyboard.insert_text(words)

    def next(self, selector, words=""):
        """Go on to the next box with Tab, as often as it takes, and type."""
        for _stop in range(12):
            self.page.keyboard.press("Tab")
            if self.page.locator(selector).first.evaluate("box => box === document.activeElement"):
                self.page.keyboard.insert_text(words)
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    def choose(self, selector, value):
        """Open a list and choose from it."""
        self.page.select_option(selector, value)
        self.clicks += 2

    def save(self, name="_save"):
        """Press the form's own button, and wait for the answer."""
        with self.page.expect_navigation():
            self.page.locator(f"[type=submit][name={name}]:visible").last.click()
        self.clicks += 1
        self.saves += 1
