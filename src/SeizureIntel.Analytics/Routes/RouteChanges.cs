using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Routes that emerge or fade: legs and whole routes by goods, at the end of every window, all in one family.</summary>
internal sealed class RouteChanges
{
    /// <summary>Fields from which routes are made, and that a reporter may begin or cease to state.</summary>
    public static readonly string[] Stated = ["departure_country", "destination_country"];

    /// <summary>Fields a frame must hold.</summary>
    public static readonly string[] Fields =
    [
        "heading",
        "product",
        "leg",
        "path",
        "date_precision",
        "reporting_country",
        "reported_date",
        .. Stated,
    ];

    private readonly ScopedFrame _scoped;
    private readonly WindowPlan _plan;
    private readonly GoodsLines _goods;
    private readonly CellCounts _legs;
    private readonly CellCounts _paths;
    private readonly int[] _rows;
    private readonly IReadOnlyList<(int Table, CellChange Change)> _changes;

    /// <summary>Counts and tests.</summary>
    public RouteChanges(ScopedFrame scoped, WindowPlan plan, ReporterCounts reporters, GoodsLines goods)
    {
        (_scoped, _plan, _goods) = (scoped, plan, goods);
        (_legs, _paths, _rows) = (new CellCounts(plan.Count), new CellCounts(plan.Count), new int[plan.Count]);
        FrameColumn leg = scoped.Frame["leg"],
            path = scoped.Frame["path"];
        var first = new List<int>();
        for (int row = 0; row < scoped.Frame.Count; row++)
        {
            int window = plan.OfRow[row];
            if (window < 0)
                continue;
            _rows[window]++;
            int[] line = goods.Of(row);
            if (line.Length == 0 || !path.HasKnown(row))
                continue;
            first.Clear();
            foreach (int number in leg.Of(row))
            {
                if (leg.IsKnown(number) && !first.Contains(number))
                    first.Add(number);
            }

            _legs.Add(first, line, reporters.OfRow[row], window);
            first.Clear();
            first.Add(path.First(row));
            _paths.Add(first, line, reporters.OfRow[row], window);
        }

        var test = new ChangeTest(plan.Tested, plan.IsNewest, reporters);
        test.Add(_legs);
        test.Add(_paths);
        _changes = test.Judge();
    }

    /// <summary>Variance over mean of a leg's quarterly count over the newest windows.</summary>
    public double LegDispersion => ChangeTest.Dispersion(_legs, Math.Max(0, _plan.Count - WindowPlan.MostBefore), _plan.Count);

    /// <summary>Counts of whole routes by goods.</summary>
    public CellCounts Paths => _paths;

    /// <summary>Changes of whole routes.</summary>
    public IEnumerable<CellChange> PathChanges => _changes.Where(c => c.Table == 1).Select(c => c.Change);

    /// <summary>What emerges and what fades. A route of one leg is told as that leg.</summary>
    public IEnumerable<Finding> Findings()
    {
        var words = new PairChangeFindings(_scoped, _plan);
        FrameColumn leg = _scoped.Frame["leg"],
            path = _scoped.Frame["path"];
        foreach (CellChange change in words.Told(_changes.Where(c => c.Table == 0).Select(c => c.Change), _legs, IsBelow))
        {
            (int first, int second) = _legs[change.Cell];
            yield return words.Of(
                change,
                _legs,
                "fading",
                [.. _goods.Subject(second), ("leg", leg.Values[first])],
                _rows[change.Window],
                "the leg's other goods and the goods' other legs"
            );
        }

        foreach (CellChange change in words.Told(PathChanges, _paths, IsBelow))
        {
            (int first, int second) = _paths[change.Cell];
            string stations = path.Values[first];
            if (stations.Split('>').Length == 2)
                continue;
            yield return words.Of(
                change,
                _paths,
                "fading",
                [.. _goods.Subject(second), ("path", stations)],
                _rows[change.Window],
                "the route's other goods and the goods' other routes"
            );
        }
    }

    private bool IsBelow((int First, int Second) narrow, (int First, int Second) wide) =>
        narrow.First == wide.First && _goods.IsBelow(narrow.Second, wide.Second);
}
