"""The surface as meshes and lines in a world of its own: x and y from −1 to 1, height from 0 to `HIGH`, the floor
below. Light is baked into colours.

Pure functions on arrays; colours are (…, 4) float32 from 0 to 1.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from app.views.surface.paint import colours
from app.views.surface.sheet import Sheet

HIGH, FLOOR = 0.85, -0.42  # height of the top of the scale and of the floor
LIFT = 0.006  # contour lines lie this far above the sheet
LIGHT = np.array([-0.45, -0.35, 0.82]) / np.linalg.norm([-0.45, -0.35, 0.82])
AMBIENT, DIFFUSE, SHINE = 0.62, 0.5, 0.16
GLOW = 0.8  # ambient light on the path: it stands out of the sheet
CLIFF = np.array([0.45, 0.45, 0.47])  # what is infinite or not a number
BALL = 0.055  # radius
TUBE, SIDES = 0.0115, 8  # radius and sides of the path


def world(sheet: Sheet, places: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Places (n, 2) of the plane and heights (n,) of the scale -> (n, 3)."""
    a0, a1, b0, b1 = sheet.extent
    x = 2 * (places[:, 0] - a0) / (a1 - a0) - 1
    y = 2 * (places[:, 1] - b0) / (b1 - b0) - 1
    return np.column_stack([x, y, HIGH * heights]).astype(np.float32)


def plane(sheet: Sheet, spots: np.ndarray) -> np.ndarray:
    """World x and y (n, 2+) -> places of the plane (n, 2)."""
    a0, a1, b0, b1 = sheet.extent
    return np.column_stack([a0 + (spots[:, 0] + 1) / 2 * (a1 - a0), b0 + (spots[:, 1] + 1) / 2 * (b1 - b0)])


def shaded(base: np.ndarray, normals: np.ndarray, ambient: float = AMBIENT) -> np.ndarray:
    """Colours (n, 3) of a surface with these unit normals (n, 3) under the one light."""
    lit = np.clip(normals @ LIGHT, 0.0, 1.0)[:, None]
    found = np.ones((len(base), 4), dtype=np.float32)
    found[:, :3] = np.clip(base * (ambient + DIFFUSE * lit) + SHINE * lit**12, 0.0, 1.0)
    return found


def sheet_mesh(sheet: Sheet) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Vertices (n, 3), faces (m, 3) and colours (n, 4). Cells at the rim of what is not known fall away: a cliff."""
    heights = sheet.drawn
    count_a, count_b = heights.shape
    x, y = np.meshgrid(np.linspace(-1, 1, count_a), np.linspace(-1, 1, count_b), indexing="ij")
    vertices = np.column_stack([x.ravel(), y.ravel(), HIGH * heights.ravel()]).astype(np.float32)
    slope_x, slope_y = np.gradient(HIGH * heights, 2 / (count_a - 1), 2 / (count_b - 1))
    normals = np.column_stack([-slope_x.ravel(), -slope_y.ravel(), np.ones(heights.size)])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    base = colours(heights).reshape(-1, 3) / 255.0
    base[sheet.unknown.ravel()] = CLIFF
    return vertices, grid_faces(count_a, count_b), shaded(base, normals)


def grid_faces(rows: int, columns: int) -> np.ndarray:
    """Two triangles a cell of a grid of vertices, (m, 3) uint32."""
    corner = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    first = np.column_stack([corner, corner + columns, corner + columns + 1])
    second = np.column_stack([corner, corner + columns + 1, corner + 1])
    return np.concatenate([first, second]).astype(np.uint32)


def contour_lines(sheet: Sheet) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Contour lines on the sheet and on the floor, in pairs: points (2·n, 3) twice, and the floor's colours (2·n,
    4)."""
    a, b, heights = sheet.contours()
    on_sheet = world(sheet, np.column_stack([a, b]), heights)
    on_floor = on_sheet.copy()
    on_sheet[:, 2] += LIFT
    on_floor[:, 2] = FLOOR
    shades = np.ones((len(a), 4), dtype=np.float32)
    shades[:, :3] = colours(heights) / 255.0
    return on_sheet, on_floor, shades


def frame_lines() -> np.ndarray:
    """The rim of the floor, in pairs."""
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float32)
    ends = np.stack([corners, np.roll(corners, -1, axis=0)], axis=1).reshape(-1, 2)
    return np.column_stack([ends, np.full(len(ends), FLOOR)]).astype(np.float32)


def sphere(
    middle: np.ndarray, radius: float, base: tuple[float, float, float], rings: int = 18
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A ball with its highlight: vertices, faces, colours."""
    down, around = np.meshgrid(np.linspace(0, np.pi, rings), np.linspace(0, 2 * np.pi, 2 * rings), indexing="ij")
    normals = np.column_stack(
        [(np.sin(down) * np.cos(around)).ravel(), (np.sin(down) * np.sin(around)).ravel(), np.cos(down).ravel()]
    )
    lit = np.clip(normals @ LIGHT, 0.0, 1.0)[:, None]
    found = np.ones((len(normals), 4), dtype=np.float32)
    found[:, :3] = np.clip(np.array(base) * (0.5 + 0.55 * lit) + 0.75 * lit**24, 0.0, 1.0)
    return (middle + radius * normals).astype(np.float32), grid_faces(rings, 2 * rings), found


def runs(inside: np.ndarray, cuts: Sequence[int] = ()) -> list[slice]:
    """Stretches of at least two neighbouring points that are inside; after the points `cuts` one ends in any case."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]])))
    found = []
    for first, last in edges.reshape(-1, 2).tolist():
        ends = [first, *(cut + 1 for cut in cuts if first <= cut < last - 1), last]
        found += [slice(begin, end) for begin, end in itertools.pairwise(ends) if end - begin >= 2]
    return found


def tubes(
    points: np.ndarray, inside: np.ndarray, radius: float, base: tuple[float, float, float], cuts: Sequence[int] = ()
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Round tubes along every stretch of a line (n, 3) that is inside; points that coincide are passed over."""
    pieces = [_tube(distinct(points[run]), radius) for run in runs(inside, cuts)]
    pieces = [piece for piece in pieces if piece is not None]
    if not pieces:
        return np.zeros((0, 3), np.float32), np.zeros((0, 3), np.uint32), np.zeros((0, 4), np.float32)
    offsets = np.cumsum([0, *(len(vertices) for vertices, _, _ in pieces)])
    vertices = np.concatenate([piece[0] for piece in pieces]).astype(np.float32)
    faces = np.concatenate([piece[1] + offset for piece, offset in zip(pieces, offsets, strict=False)]).astype(
        np.uint32
    )
    normals = np.concatenate([piece[2] for piece in pieces])
    return vertices, faces, shaded(np.broadcast_to(np.array(base), normals.shape), normals, GLOW)


def distinct(points: np.ndarray, apart: float = 2e-3) -> np.ndarray:
    """Points without those that lie closer than `apart` to the last one kept; the last point always stays."""
    kept = [0]
    for number in range(1, len(points)):
        if np.linalg.norm(points[number] - points[kept[-1]]) >= apart:
            kept.append(number)
    return points[kept]


def _tube(points: np.ndarray, radius: float) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    if len(points) < 2:
        return None
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    up = np.where(np.abs(along[:, 2:3]) < 0.95, [[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0]])
    side = np.cross(along, up)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    top = np.cross(side, along)
    turn = np.linspace(0, 2 * np.pi, SIDES + 1)
    normals = side[:, None] * np.cos(turn)[None, :, None] + top[:, None] * np.sin(turn)[None, :, None]
    vertices = points[:, None] + radius * normals
    return vertices.reshape(-1, 3), grid_faces(len(points), SIDES + 1), normals.reshape(-1, 3)
