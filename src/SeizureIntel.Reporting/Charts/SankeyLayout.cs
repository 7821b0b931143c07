using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A station of a stage.</summary>
/// <param name="Stage">Position of its stage, from 0.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">What is written beside it.</param>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Top">Upper edge, pixels.</param>
/// <param name="Height">Height, pixels.</param>
internal sealed record SankeyStation(int Stage, string Code, string Name, double X, double Top, double Height);

/// <summary>A band between two stations.</summary>
internal sealed record SankeyBand(SankeyLink Link, double FromX, double FromTop, double ToX, double ToTop, double Thickness);

/// <summary>Where a Sankey's parts stand, in pixels from the top left.</summary>
internal sealed record SankeyLayout
{
    public const double StationWidth = 8;

    private const double Thinnest = 1;
    private const double Head = 18;
    private const int Sweeps = 4;

    public required int Width { get; init; }
    public required int Height { get; init; }
    public required double Size { get; init; }
    public required double Top { get; init; }

    /// <summary>Left edge of each stage's stations.</summary>
    public required IReadOnlyList<double> Stages { get; init; }

    public required IReadOnlyList<SankeyStation> Stations { get; init; }
    public required IReadOnlyList<SankeyBand> Bands { get; init; }

    public static SankeyLayout Of(Sankey sankey)
    {
        int width = ChartParts.WidthOf(sankey),
            stages = sankey.Stages.Count;
        double size = sankey.IsNarrow ? 9 : 11,
            gap = size + 4,
            top = ChartParts.Top(sankey.Note, hasLegend: false) + Head;
        double Weight(SankeyLink link) => Math.Max(link.Count ?? 0, 0);
        List<string>[] order = Order(sankey, stages, Weight);
        double[] sums =
        [
            .. Enumerable
                .Range(0, stages)
                .Select(s =>
                    order[s]
                        .Sum(c => Math.Max(Through(sankey, s, c, Weight, entering: true), Through(sankey, s, c, Weight, entering: false)))
                ),
        ];
        int crowd = order.Max(o => o.Count);
        double bars = Math.Max(sankey.IsNarrow ? 110 : 190, crowd * (sankey.IsNarrow ? 8 : 12)),
            scale = bars / Math.Max(1, sums.Max()),
            height = bars + (crowd + 1) * gap;
        // The last stage has its names to the left of the stations, all others to the right.
        double[] lefts = [.. Enumerable.Range(0, stages).Select(s => s * (width - StationWidth) / Math.Max(1, stages - 1))];
        var stations = new Dictionary<(int, string), SankeyStation>();
        for (int stage = 0; stage < stages; stage++)
        {
            double[] heights =
            [
                .. order[stage]
                    .Select(c =>
                        Math.Max(
                            2,
                            scale
                                * Math.Max(
                                    Through(sankey, stage, c, Weight, entering: true),
                                    Through(sankey, stage, c, Weight, entering: false)
                                )
                        )
                    ),
            ];
            double air = order[stage].Count == 0 ? 0 : (height - heights.Sum()) / order[stage].Count,
                y = top + air / 2;
            for (int i = 0; i < heights.Length; i++)
            {
                string code = order[stage][i];
                stations[(stage, code)] = new SankeyStation(
                    stage,
                    code,
                    sankey.Names.GetValueOrDefault(code, code),
                    lefts[stage],
                    y,
                    heights[i]
                );
                y += heights[i] + air;
            }
        }

        return new SankeyLayout
        {
            Width = width,
            Height = (int)Math.Ceiling(top + height),
            Size = size,
            Top = top,
            Stages = lefts,
            Stations = [.. stations.Values],
            Bands = Between(sankey, stations, link => Math.Max(Thinnest, scale * Weight(link))),
        };
    }

    private static double Through(Sankey sankey, int stage, string code, Func<SankeyLink, double> weight, bool entering) =>
        sankey.Links.Where(l => entering ? l.ToStage == stage && l.To == code : l.FromStage == stage && l.From == code).Sum(weight);

    // Largest first, then each stage by the middle of what it is joined to: fewer bands cross.
    // K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures, IEEE Trans. SMC 11 (1981): barycentres.
    private static List<string>[] Order(Sankey sankey, int stages, Func<SankeyLink, double> weight)
    {
        List<string>[] order =
        [
            .. Enumerable
                .Range(0, stages)
                .Select(s =>
                    sankey
                        .Links.SelectMany(l => new[] { (Stage: l.FromStage, Code: l.From), (Stage: l.ToStage, Code: l.To) })
                        .Where(n => n.Stage == s)
                        .Select(n => n.Code)
                        .Distinct(StringComparer.Ordinal)
                        .OrderByDescending(c =>
                            Through(sankey, s, c, weight, entering: true) + Through(sankey, s, c, weight, entering: false)
                        )
                        .ThenBy(c => c, StringComparer.Ordinal)
                        .ToList()
                ),
        ];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int step = 1; step < stages; step++)
            {
                int stage = sweep % 2 == 0 ? step : stages - 1 - step;
                order[stage] = [.. order[stage].OrderBy(c => Middle(stage, c)).ThenBy(c => c, StringComparer.Ordinal)];
            }
        }

        return order;

        double Middle(int stage, string code)
        {
            double sum = 0,
                weights = 0;
            foreach (SankeyLink link in sankey.Links)
            {
                (int Stage, string Code)? other =
                    link.ToStage == stage && link.To == code ? (link.FromStage, link.From)
                    : link.FromStage == stage && link.From == code ? (link.ToStage, link.To)
                    : null;
                if (other is not { } end)
                    continue;
                double w = weight(link) + 0.001;
                sum += w * (order[end.Stage].IndexOf(end.Code) + 0.5) / order[end.Stage].Count;
                weights += w;
            }

            return weights > 0 ? sum / weights : 0.5;
        }
    }

    // At each station the bands stand in the order of their other ends.
    private static IReadOnlyList<SankeyBand> Between(
        Sankey sankey,
        Dictionary<(int, string), SankeyStation> stations,
        Func<SankeyLink, double> thickness
    )
    {
        var leave = new Dictionary<SankeyLink, double>();
        var enter = new Dictionary<SankeyLink, double>();
        foreach (SankeyStation station in stations.Values)
        {
            Stack(
                leave,
                sankey.Links.Where(l => l.FromStage == station.Stage && l.From == station.Code),
                l => stations[(l.ToStage, l.To)],
                station
            );
            Stack(
                enter,
                sankey.Links.Where(l => l.ToStage == station.Stage && l.To == station.Code),
                l => stations[(l.FromStage, l.From)],
                station
            );
        }

        return
        [
            .. sankey.Links.Select(l => new SankeyBand(
                l,
                stations[(l.FromStage, l.From)].X + StationWidth,
                leave[l],
                stations[(l.ToStage, l.To)].X,
                enter[l],
                thickness(l)
            )),
        ];

        void Stack(
            Dictionary<SankeyLink, double> tops,
            IEnumerable<SankeyLink> links,
            Func<SankeyLink, SankeyStation> end,
            SankeyStation station
        )
        {
            double y = station.Top;
            foreach (SankeyLink link in links.OrderBy(l => end(l).Top).ThenBy(l => end(l).Stage))
            {
                tops[link] = y;
                y += thickness(link);
            }
        }
    }
}
