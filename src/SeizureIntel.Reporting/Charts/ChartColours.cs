using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.Reporting.Charts;

/// <summary>The palette: chart options hold the light colours only, and whoever shows a chart on a dark page exchanges each for its dark twin.</summary>
/// <remarks>The series colours keep apart under the three dichromacies: they follow Okabe and Ito, Color Universal Design (2008), darkened to a
/// contrast of at least 4.5 on white; series also differ by dash or marker.</remarks>
public static class ChartColours
{
    /// <summary>Text.</summary>
    public static ChartColour Ink { get; } = new("--chart-ink", "#1b2733", "#e6edf3");

    /// <summary>Secondary text and axis lines.</summary>
    public static ChartColour Muted { get; } = new("--chart-muted", "#55626f", "#a7b4c0");

    /// <summary>Grid lines.</summary>
    public static ChartColour Grid { get; } = new("--chart-grid", "#dde2e7", "#333e48");

    /// <summary>The page itself, for gaps between filled areas.</summary>
    public static ChartColour Paper { get; } = new("--chart-paper", "#fefefe", "#141b22");

    /// <summary>Land on the map.</summary>
    public static ChartColour Land { get; } = new("--chart-land", "#e8ebee", "#28333d");

    /// <summary>Borders on the map.</summary>
    public static ChartColour Border { get; } = new("--chart-border", "#bfc7ce", "#46535f");

    /// <summary>The range expected.</summary>
    public static ChartColour Band { get; } = new("--chart-band", "#d6e2ee", "#2b3f54");

    /// <summary>First series: blue.</summary>
    public static ChartColour Blue { get; } = new("--chart-blue", "#0b5fa5", "#6cb6ff");

    /// <summary>Second series: vermilion.</summary>
    public static ChartColour Vermilion { get; } = new("--chart-vermilion", "#b84a00", "#ff9e5e");

    /// <summary>Third series: green.</summary>
    public static ChartColour Green { get; } = new("--chart-green", "#007a5c", "#3fd0a8");

    /// <summary>Fourth series: purple.</summary>
    public static ChartColour Purple { get; } = new("--chart-purple", "#94477e", "#e79cd0");

    /// <summary>A figure beyond its range.</summary>
    public static ChartColour Signal { get; } = new("--chart-signal", "#a3123a", "#ff86a0");

    /// <summary>Fills of cells, fewest first.</summary>
    public static IReadOnlyList<ChartColour> Steps { get; } =
    [
        new("--chart-step-1", "#e9f0f7", "#1c2a38"),
        new("--chart-step-2", "#c4d9ec", "#213d57"),
        new("--chart-step-3", "#8db8dc", "#275a85"),
        new("--chart-step-4", "#2f74ad", "#3d84bf"),
        new("--chart-step-5", "#0c4a80", "#8fc7ff"),
    ];

    /// <summary>Text on the cell fills, in the same order.</summary>
    public static IReadOnlyList<ChartColour> StepInks { get; } =
    [
        new("--chart-step-ink-1", "#1b2734", "#e6edf4"),
        new("--chart-step-ink-2", "#1b2735", "#e6edf5"),
        new("--chart-step-ink-3", "#1b2736", "#e6edf6"),
        new("--chart-step-ink-4", "#fdfdfe", "#0d1319"),
        new("--chart-step-ink-5", "#fdfefd", "#0d1318"),
    ];

    /// <summary>Series colours in order of use.</summary>
    public static IReadOnlyList<ChartColour> Series { get; } = [Blue, Vermilion, Green, Purple];

    /// <summary>All colours.</summary>
    public static IReadOnlyList<ChartColour> All { get; } =
    [Ink, Muted, Grid, Paper, Land, Border, Band, Blue, Vermilion, Green, Purple, Signal, .. Steps, .. StepInks];

    /// <summary>A style sheet of the palette: light, dark where the reader's system is, and either where the page says so.</summary>
    public static string Sheet() =>
        $":root{{{Declarations(dark: false)}}}\n"
        + $"@media (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{Declarations(dark: true)}}}}}\n"
        + $":root[data-theme=dark]{{{Declarations(dark: true)}}}\n";

    /// <summary>CSS declarations of all colours, one after the other: the light ones or the dark ones.</summary>
    public static string Declarations(bool dark)
    {
        var css = new StringBuilder();
        foreach (ChartColour colour in All)
            css.Append(colour.Variable).Append(':').Append(dark ? colour.Dark : colour.Light).Append(';');
        return css.ToString();
    }
}
