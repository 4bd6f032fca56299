"""The colours on offer: four sets, each with at least 4.5:1 between words and what they stand on."""

from textual.theme import Theme

DARK = Theme(
    name="mork",
    primary="#7FB8A4",
    secondary="#8FA8C8",
    accent="#E0B872",
    warning="#E0B872",
    error="#F0938C",
    success="#8CC7A0",
    foreground="#E6E8E6",
    background="#151A1C",
    surface="#1B2124",
    panel="#242C30",
    dark=True,
    variables={
        "quiet": "#A3AFAF",
        "line": "#3A464A",
        "cursor-background": "#2C4A46",
        "cursor-foreground": "#FFFFFF",
        "field": "#1F272A",
    },
)

LIGHT = Theme(
    name="ljus",
    primary="#1F5F4F",
    secondary="#2F4F7F",
    accent="#7A4B00",
    warning="#7A4B00",
    error="#A3201B",
    success="#1F6135",
    foreground="#1B2122",
    background="#FAFAF7",
    surface="#F1F2EE",
    panel="#E6E8E2",
    dark=False,
    variables={
        "quiet": "#556061",
        "line": "#B9C2BE",
        "cursor-background": "#CFE3DB",
        "cursor-foreground": "#0F1718",
        "field": "#EEF0EB",
    },
)

WARM = Theme(
    name="varm",
    primary="#E0A96D",
    secondary="#B8A48C",
    accent="#D9C27A",
    warning="#E3B458",
    error="#F08F7A",
    success="#A9C27E",
    foreground="#EDE6DC",
    background="#1D1916",
    surface="#25201C",
    panel="#302924",
    dark=True,
    variables={
        "quiet": "#B5A899",
        "line": "#4A4038",
        "cursor-background": "#54402B",
        "cursor-foreground": "#FFFFFF",
        "field": "#2A2420",
    },
)

CONTRAST = Theme(
    name="kontrast",
    primary="#FFFF00",
    secondary="#00FFFF",
    accent="#FFFF00",
    warning="#FFFF00",
    error="#FFB0B0",
    success="#80FF80",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    variables={
        "quiet": "#FFFFFF",
        "line": "#FFFFFF",
        "cursor-background": "#FFFF00",
        "cursor-foreground": "#000000",
        "field": "#1A1A1A",
    },
)

THEMES = (DARK, LIGHT, WARM, CONTRAST)
"""Every look on offer, the first one to begin with."""
