using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Sequences;

/// <summary>A first-order Markov chain with the start, leg and end shares of a table of routes.</summary>
internal sealed class RouteChain
{
    private readonly Dictionary<string, int> _numbers;
    private readonly double[] _start;
    private readonly (int To, double Share)[][] _legs;
    private readonly int _routes;
    private readonly int _longest;

    public RouteChain(IReadOnlyList<IReadOnlyList<string>> routes, IReadOnlyList<int>? weights = null)
    {
        var names = routes.SelectMany(r => r).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        _numbers = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        _routes = weights?.Sum() ?? routes.Count;
        _longest = routes.Count == 0 ? 0 : routes.Max(r => r.Count);
        _start = new double[names.Length];
        var visits = new int[names.Length];
        var legs = new Dictionary<(int From, int To), int>();
        for (var r = 0; r < routes.Count; r++)
        {
            var (route, weight) = (routes[r], weights?[r] ?? 1);
            for (var i = 0; i < route.Count; i++)
            {
                var place = _numbers[route[i]];
                visits[place] += weight;
                if (i == 0)
                {
                    // Added once a route taken, so that weights and repeated routes give the same bits.
                    for (var taken = 0; taken < weight; taken++)
                    {
                        _start[place] += 1.0 / _routes;
                    }
                }
                else
                {
                    var key = (_numbers[route[i - 1]], place);
                    legs[key] = legs.GetValueOrDefault(key) + weight;
                }
            }
        }

        _legs = new (int, double)[names.Length][];
        var from = legs.ToLookup(l => l.Key.From);
        for (var i = 0; i < _legs.Length; i++)
        {
            var visitsHere = visits[i];
            _legs[i] = [.. from[i].OrderBy(l => l.Key.To).Select(l => (l.Key.To, l.Value / (double)visitsHere))];
        }
    }

    /// <summary>Expected number of routes that hold a pattern at least once; routes are cut at the longest one seen.</summary>
    public double ExpectedRoutes(IReadOnlyList<string> pattern, bool isContiguous)
    {
        if (pattern.Any(p => !_numbers.ContainsKey(p)))
        {
            return 0;
        }

        var steps = pattern.Select(p => _numbers[p]).ToArray();
        var matched = steps.Length;
        var state = new double[matched, _start.Length];
        var found = 0.0;
        for (var place = 0; place < _start.Length; place++)
        {
            Enter(state, 0, place, _start[place]);
        }

        for (var length = 2; length <= _longest; length++)
        {
            var next = new double[matched, _start.Length];
            var current = state;
            state = next;
            for (var done = 0; done < matched; done++)
            {
                // In a contiguous pattern that is matched up to a step, the present place is that step's.
                var (firstPlace, lastPlace) = isContiguous && done > 0 ? (steps[done - 1], steps[done - 1]) : (0, _start.Length - 1);
                for (var place = firstPlace; place <= lastPlace; place++)
                {
                    var mass = current[done, place];
                    if (mass > 0)
                    {
                        foreach (var (to, share) in _legs[place])
                        {
                            Enter(next, done, to, mass * share);
                        }
                    }
                }
            }
        }

        return found * _routes;

        void Enter(double[,] target, int done, int place, double mass)
        {
            var reached = Advance(steps, done, place, isContiguous);
            if (reached == matched)
            {
                found += mass;
            }
            else
            {
                target[reached, place] += mass;
            }
        }
    }

    // How many steps of the pattern are matched after a further place.
    private static int Advance(int[] steps, int done, int place, bool isContiguous)
    {
        if (steps[done] == place)
        {
            return done + 1;
        }

        if (!isContiguous)
        {
            return done;
        }

        // The longest beginning of the pattern that ends in this place.
        for (var k = done; k > 0; k--)
        {
            if (steps[k - 1] == place && steps.AsSpan(0, k - 1).SequenceEqual(steps.AsSpan(done - k + 1, k - 1)))
            {
                return k;
            }
        }

        return 0;
    }
}
