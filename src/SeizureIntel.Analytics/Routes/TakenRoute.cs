using System.Collections.Generic;

namespace SeizureIntel.Analytics.Routes;

/// <summary>One route, with the seizures that took it.</summary>
/// <param name="path">The route as it is written.</param>
/// <param name="stations">Its countries in order.</param>
/// <param name="legs">Numbers of its legs, each once.</param>
internal sealed class TakenRoute(string path, string[] stations, int[] legs)
{
    private readonly HashSet<int> _reporters = [];
    private int _lastReporter = -1;

    /// <summary>The route as it is written.</summary>
    public string Path => path;

    /// <summary>Its countries in order.</summary>
    public string[] Stations => stations;

    /// <summary>Numbers of its legs, each once.</summary>
    public int[] Legs => legs;

    /// <summary>Seizures that took it.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers of the reporters that sent them.</summary>
    public IReadOnlyCollection<int> Reporters => _reporters;

    /// <summary>Counts one more seizure.</summary>
    public void Take(int reporter)
    {
        Count++;
        if (reporter == _lastReporter)
            return;
        _reporters.Add(reporter);
        _lastReporter = reporter;
    }
}
