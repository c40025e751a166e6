"""The application dressed in a theme: its palette and its one style sheet.

Properties that widgets may set: `primary` (the filled button), `quiet` (a button without a frame), `wrong` (a field
that holds a refused value), `role` = caption | title | sentence | warning | problem (labels), `panel` = surface |
raised (frames).
"""

from __future__ import annotations

import functools

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.look import icons
from app.look.theme import BASE, CAPTION, TITLE, Theme, mix, put_on
from app.look.wardrobe import Wardrobe
from core.machine.preload import uncollected

RADIUS = 6


def begin(app: QApplication, theme: Theme) -> None:
    """What lies under the sheet. The first window is built on it, and given the sheet when all of its widgets are
    there: each is then dressed once, when it is shown, however many parents it has had by then."""
    if app.styleSheet():
        apply(app, theme)
    else:
        put_on(theme)
        _lay_ground(app, theme)


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application; every widget hears of it by a palette or style change event."""
    put_on(theme)
    dress = sheet(theme)
    if app.styleSheet() == dress:  # worn already: dressing every widget anew costs a third of a second
        return
    with (
        uncollected(),
        _wardrobe().changing(),
    ):  # a list of all widgets is gone through: none may be collected meanwhile
        app.setStyleSheet("")  # else Qt dresses each widget as often as it has parents
        _lay_ground(app, theme)
        app.setStyleSheet(dress)


def _lay_ground(app: QApplication, theme: Theme) -> None:
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    font, colours = theme.font(), palette(theme)
    if app.font() != font:  # every widget hears of it, even of the same
        app.setFont(font)
    if app.palette() != colours:
        app.setPalette(colours)


@functools.cache
def _wardrobe() -> Wardrobe:
    return Wardrobe()


def palette(theme: Theme) -> QPalette:
    """The palette that Fusion and our own painting share; it draws what the sheet does not name."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.window, roles.WindowText: theme.text, roles.Base: theme.surface, roles.AlternateBase: theme.window,
        roles.Text: theme.text, roles.PlaceholderText: theme.muted, roles.Button: theme.raised, roles.ButtonText: theme.text,
        roles.BrightText: theme.error, roles.Highlight: theme.accent, roles.HighlightedText: theme.on_accent, roles.Link: theme.accent,
        roles.LinkVisited: theme.accent, roles.ToolTipBase: theme.raised, roles.ToolTipText: theme.text, roles.Accent: theme.accent,
        roles.Light: theme.hover, roles.Midlight: theme.hover, roles.Mid: theme.border, roles.Dark: theme.border, roles.Shadow: theme.shadow,
    }  # fmt: skip
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return made


def sheet(theme: Theme) -> str:
    """The style sheet of a theme at its text scale."""
    return "".join(
        part(theme) for part in (_surfaces, _buttons, _fields, _choices, _sliders, _menus, _containers, _lists, _bars)
    )


def _surfaces(t: Theme) -> str:
    return f"""
QWidget {{ color: {t.text}; font-size: {t.px(BASE)}px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QWidget:disabled {{ color: {t.disabled}; }}
QMainWindow, QDialog {{ background: {t.window}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 6px 8px; font-size: {t.px(BASE - 1)}px; }}
QLabel {{ background: transparent; }}
QLabel[role="caption"] {{ color: {t.muted}; font-size: {t.px(CAPTION)}px; }}
QLabel[role="title"] {{ font-size: {t.px(TITLE)}px; font-weight: 600; }}
QLabel[role="section"] {{ color: {t.muted}; font-size: {t.px(CAPTION)}px; font-weight: 600; }}
QLabel[role="sentence"] {{ color: {t.muted}; }}
QLabel[role="warning"] {{ color: {t.warning}; }}
QLabel[role="problem"] {{ color: {t.error}; font-size: {t.px(CAPTION)}px; }}
QFrame[panel="surface"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {RADIUS}px; }}
QFrame[panel="raised"] {{ background: {t.raised}; border: 1px solid {t.border}; border-bottom-color: {t.shadow}; border-radius: {RADIUS}px; }}
QFrame[panel="raised"][selected="true"] {{ border-color: {t.accent}; }}
"""


def _buttons(t: Theme) -> str:
    accent_hover, accent_pressed = mix(t.accent, t.text, 0.12), mix(t.accent, t.text, 0.24)
    return f"""
QPushButton, QToolButton {{
    background: {t.raised}; border: 1px solid {t.outline};
    border-radius: {RADIUS}px; padding: 4px 12px; min-height: {t.px(20)}px; }}
QToolButton {{ padding: 4px; min-width: {t.px(20)}px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:open {{ background: {t.pressed}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.selected}; border-color: {t.accent}; color: {t.text}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 3px 11px; }}
QToolButton:focus {{ padding: 3px; }}
QPushButton:disabled, QToolButton:disabled {{ background: {t.window}; border-color: {t.border}; }}
QPushButton[primary="true"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton[primary="true"]:pressed {{ background: {accent_pressed}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[primary="true"]:disabled {{ background: {t.pressed}; border-color: {t.pressed}; color: {t.disabled}; }}
QPushButton[quiet="true"], QToolButton[quiet="true"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover {{ background: {mix(t.surface, t.text, 0.08)}; }}
QPushButton[quiet="true"]:pressed, QToolButton[quiet="true"]:pressed {{ background: {mix(t.surface, t.text, 0.15)}; }}
QPushButton[quiet="true"]:checked, QToolButton[quiet="true"]:checked {{ background: {t.selected}; }}
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton[small="true"] {{ padding: 0px; border-radius: 4px; min-width: {t.px(18)}px; min-height: {t.px(18)}px; max-height: {t.px(20)}px; }}
QToolButton[small="true"]:focus {{ padding: 0px; }}
QToolButton[role="disclosure"] {{ color: {t.muted}; padding-right: 6px; }}
QToolButton[role="disclosure"]:checked {{ background: transparent; color: {t.text}; }}
QToolButton[tall="true"], QPushButton[tall="true"] {{ min-height: {t.px(28)}px; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[popupMode="1"] {{ padding-right: {t.px(18)}px; }}
QToolButton::menu-button {{ border: none; border-left: 1px solid {t.border}; width: {t.px(18)}px; }}
QToolButton::menu-arrow {{ image: url({icons.file("chevron-down", t.muted)}); width: {t.px(14)}px; height: {t.px(14)}px; }}
"""


def _fields(t: Theme) -> str:
    return f"""
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit {{
    background: {t.field}; border: 1px solid {t.outline}; border-radius: {RADIUS}px; padding: 3px 7px; min-height: {t.px(20)}px; }}
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover {{ border-color: {t.muted}; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {t.accent}; padding: 2px 6px; background: {t.surface}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {t.error}; padding: 2px 6px; }}
QLineEdit[bare="true"] {{ background: transparent; border-color: transparent; padding: 3px 1px; }}
QLineEdit[bare="true"]:hover {{ border-color: {t.outline}; }}
QLineEdit[bare="true"]:focus {{ border: 2px solid {t.accent}; padding: 2px 0px; }}
QLineEdit:disabled, QSpinBox:disabled {{ background: {t.window}; border-color: {t.border}; }}
QLineEdit QToolButton {{ border: none; padding: 0px; min-width: 0px; min-height: 0px; background: transparent; }}
QLineEdit:read-only {{ background: {t.window}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0px; background: transparent; min-height: 0px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {{
    border: none; background: transparent; width: {t.px(18)}px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url({icons.file("chevron-up", t.muted)}); width: {t.px(12)}px; height: {t.px(12)}px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url({icons.file("chevron-down", t.muted)}); width: {t.px(12)}px; height: {t.px(12)}px; }}
"""


def _choices(t: Theme) -> str:
    side = t.px(16)
    return f"""
QComboBox {{
    background: {t.raised}; border: 1px solid {t.outline};
    border-radius: {RADIUS}px; padding: 3px 7px; min-height: {t.px(20)}px; }}
QComboBox:hover {{ background: {t.hover}; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {t.accent}; padding: 2px 6px; }}
QComboBox:disabled {{ background: {t.window}; border-color: {t.border}; }}
QComboBox::drop-down {{ border: none; width: {t.px(22)}px; }}
QComboBox::down-arrow {{ image: url({icons.file("chevron-down", t.muted)}); width: {t.px(14)}px; height: {t.px(14)}px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: {RADIUS}px; padding: 4px; outline: none; }}
QComboBox QAbstractItemView:focus {{ border-color: {t.border}; }}
QComboBox QAbstractItemView::item:focus {{ border: none; }}
QComboBox QAbstractItemView::item {{ min-height: {t.px(24)}px; padding: 0px 8px; border-radius: 4px; color: {t.text}; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.selected}; color: {t.text}; }}
QComboBox QAbstractItemView::item:disabled {{ color: {t.disabled}; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; padding: 2px; border: 2px solid transparent; border-radius: {RADIUS}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {side}px; height: {side}px; border: 1px solid {t.line}; background: {t.field}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url({icons.file("check", t.on_accent)}); }}
QRadioButton::indicator:checked {{
    background: {t.on_accent}; border: {t.px(5)}px solid {t.accent}; width: {side - 2 * t.px(4)}px; height: {side - 2 * t.px(4)}px; }}
QCheckBox::indicator:disabled {{ border-color: {t.border}; }}
QCheckBox::indicator:checked:disabled {{ background: {t.disabled}; border-color: {t.disabled}; }}
"""


def _sliders(t: Theme) -> str:
    handle = t.px(14)
    groove = t.px(4)
    out = (handle - groove) // 2  # of the groove, above and below
    radius = min(handle, groove + 2 * out) // 2  # a larger one, and Qt draws a square
    return f"""
QSlider {{ min-height: {t.px(22)}px; background: transparent; }}
QSlider::groove:horizontal {{ height: {groove}px; background: {mix(t.border, t.text, 0.06)}; border-radius: {groove // 2}px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: {groove // 2}px; }}
QSlider::handle:horizontal {{
    width: {handle - 4}px; height: {handle - 4}px; margin: -{out}px 0px;
    background: {t.surface}; border: 2px solid {t.accent}; border-radius: {radius}px; }}
QSlider::handle:horizontal:hover {{ background: {t.selected}; }}
QSlider::handle:horizontal:pressed, QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
QSlider {{ border: 2px solid transparent; padding: 0px 3px; }}
QSlider:focus {{ border-color: {t.accent}; border-radius: {RADIUS}px; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.disabled}; }}
QSlider::handle:horizontal:disabled {{ border-color: {t.disabled}; }}
QProgressBar {{ background: {mix(t.border, t.surface, 0.3)}; border: none; border-radius: {RADIUS // 2}px; max-height: {t.px(6)}px; text-align: center; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {RADIUS // 2}px; }}
"""


def _menus(t: Theme) -> str:
    return f"""
QMenuBar {{ background: {t.window}; border: none; padding: 0px 4px; }}
QMenuBar::item {{ padding: 3px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {mix(t.window, t.text, 0.1)}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.border}; border-bottom-color: {t.shadow}; padding: 5px; }}
QMenu::item {{ padding: 5px {t.px(24)}px 5px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::icon:checked {{ background: {t.selected}; border: 1px solid {t.accent}; border-radius: 4px; }}
QMenu::indicator {{ width: {t.px(14)}px; height: {t.px(14)}px; padding-left: 8px; }}
QMenu::indicator:checked {{ image: url({icons.file("check", t.accent)}); }}
QMenu::right-arrow {{ image: url({icons.file("more", t.muted)}); width: {t.px(14)}px; height: {t.px(14)}px; }}
"""


def _containers(t: Theme) -> str:
    return f"""
QDockWidget {{ titlebar-close-icon: url({icons.file("close", t.muted)}); titlebar-normal-icon: url({icons.file("duplicate", t.muted)}); }}
QDockWidget::title {{ background: {t.window}; padding: 5px 8px; text-align: left; }}
QDockWidget::close-button, QDockWidget::float-button {{ border: none; background: transparent; padding: 1px; border-radius: 4px; }}
QDockWidget::close-button:hover, QDockWidget::float-button:hover {{ background: {t.pressed}; }}
QMainWindow::separator {{ background: {t.window}; width: 6px; height: 6px; }}
QMainWindow::separator:hover {{ background: {t.accent}; }}
QSplitter::handle {{ background: {t.window}; }}
QSplitter::handle:hover {{ background: {t.accent}; }}
QGroupBox {{ border: 1px solid {t.border}; border-radius: {RADIUS}px; margin-top: {t.px(10)}px; padding-top: {t.px(6)}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 10px; color: {t.muted}; }}
QTabWidget::pane {{ border: 1px solid {t.border}; border-radius: {RADIUS}px; top: -1px; background: {t.surface}; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 5px 12px; border: none; border-bottom: 2px solid transparent; margin-right: 2px; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:focus {{ background: {t.selected}; }}
QScrollArea {{ background: transparent; border: none; }}
QStatusBar {{ background: {t.window}; color: {t.muted}; border-top: 1px solid {t.border}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.muted}; padding: 0px 8px; }}
QToolBar {{ background: {t.window}; border: none; spacing: 0px; padding: 0px; }}
QToolBar::separator {{ background: {t.border}; width: 1px; margin: 6px 4px; }}
"""


def _lists(t: Theme) -> str:
    return f"""
QAbstractItemView {{ background: {t.surface}; alternate-background-color: {mix(t.surface, t.window, 0.6)}; border: 1px solid {t.border};
    border-radius: {RADIUS}px; gridline-color: {t.grid}; outline: none; }}
QAbstractItemView:focus {{ border-color: {t.accent}; }}
QTableView::item, QTreeView::item, QListView::item {{ padding: 2px 8px; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{ background: {t.selected}; color: {t.text}; }}
QTableView::item:focus, QListView::item:focus {{ border: 1px solid {t.accent}; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{
    background: {t.surface}; color: {t.muted}; font-size: {t.px(CAPTION)}px; padding: 4px 8px; border: none; border-bottom: 1px solid {t.border}; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.border}; }}
"""


def _bars(t: Theme) -> str:
    thumb = mix(t.border, t.muted, 0.35)
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; margin: 0px; }}
QScrollBar:horizontal {{ height: 10px; margin: 0px; }}
QScrollBar::handle {{ background: {thumb}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
