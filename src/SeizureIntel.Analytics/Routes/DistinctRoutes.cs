using System.Collections.Generic;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The different routes among some seizures, each with how many took it and who reported them: a million seizures have some thousand routes.</summary>
internal sealed class DistinctRoutes
{
    private DistinctRoutes(IReadOnlyList<TakenRoute> routes, int seizures)
    {
        Routes = routes;
        Seizures = seizures;
    }

    /// <summary>The routes in the order in which the seizures first took them.</summary>
    public IReadOnlyList<TakenRoute> Routes { get; }

    /// <summary>Seizures with a known route.</summary>
    public int Seizures { get; }

    /// <summary>Gathers the routes of some rows.</summary>
    public static DistinctRoutes Of(SeizureFrame frame, IReadOnlyList<int> rows)
    {
        FrameColumn path = frame["path"],
            leg = frame["leg"],
            reporter = frame["reporting_country"];
        var routes = new List<TakenRoute>();
        int[] numbers = new int[path.Values.Count];
        int seizures = 0;
        foreach (int row in rows)
        {
            if (!path.HasKnown(row))
                continue;
            seizures++;
            int on = path.First(row);
            if (numbers[on] == 0)
            {
                // A route's legs are the pairs of its stations: the first seizure has those of all.
                routes.Add(new TakenRoute(path.Values[on], path.Values[on].Split('>'), Legs(leg, row)));
                numbers[on] = routes.Count;
            }

            routes[numbers[on] - 1].Take(reporter.First(row));
        }

        return new DistinctRoutes(routes, seizures);
    }

    /// <summary>Reporters of some routes together.</summary>
    public static int Reporters(IEnumerable<TakenRoute> routes)
    {
        var reporters = new HashSet<int>();
        foreach (TakenRoute route in routes)
            reporters.UnionWith(route.Reporters);
        return reporters.Count;
    }

    private static int[] Legs(FrameColumn leg, int row)
    {
        var legs = new List<int>(4);
        foreach (int number in leg.Of(row))
        {
            if (leg.IsKnown(number) && !legs.Contains(number))
                legs.Add(number);
        }

        return [.. legs];
    }
}
