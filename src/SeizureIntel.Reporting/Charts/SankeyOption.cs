using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A Sankey as options.</summary>
internal static class SankeyOption
{
    public static ChartOption Of(Sankey sankey)
    {
        SankeyLayout layout = SankeyLayout.Of(sankey);
        JsonObject option = ChartParts.Frame(sankey.Note, hasLegend: false, []);
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        int last = sankey.Stages.Count - 1;
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "sankey",
                ["left"] = 0,
                ["right"] = 0,
                ["top"] = layout.Top,
                ["bottom"] = 4,
                ["nodeWidth"] = SankeyLayout.StationWidth,
                // Stations stay where print has them.
                ["layoutIterations"] = 0,
                ["draggable"] = false,
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Ink.Light },
                ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Blue.Light, ["opacity"] = 0.4 },
                ["data"] = new JsonArray([.. layout.Stations.Select(s => Station(s, last, layout.Size))]),
                ["links"] = new JsonArray([
                    .. sankey.Links.Select(l =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["source"] = Key(l.FromStage, l.From),
                                ["target"] = Key(l.ToStage, l.To),
                                ["value"] = l.Count ?? 0,
                                ["tooltip"] = Told($"{Name(sankey, l.From)} → {Name(sankey, l.To)}: {l.Text}"),
                            }
                    ),
                ]),
            }
        );
        return ChartParts.Option(option, layout.Width, layout.Height);
    }

    private static JsonNode Station(SankeyStation station, int last, double size)
    {
        JsonObject label = ChartParts.Text(ChartColours.Ink, size);
        label["position"] = station.Stage == last && last > 0 ? "left" : "right";
        label["formatter"] = ChartParts.Literal(station.Name);
        return new JsonObject
        {
            ["name"] = Key(station.Stage, station.Code),
            ["depth"] = station.Stage,
            ["label"] = label,
            ["tooltip"] = Told(station.Name),
        };
    }

    private static JsonObject Told(string text) => new() { ["formatter"] = ChartParts.Literal(text) };

    private static string Name(Sankey sankey, string code) => sankey.Names.TryGetValue(code, out string? name) ? name : code;

    private static string Key(int stage, string code) => string.Create(CultureInfo.InvariantCulture, $"{stage}:{code}");
}
