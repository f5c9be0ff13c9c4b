"""The pages of the desk, one module each; `generator.desk.page.pages` finds every ``PAGE``."""
