using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>What equal cells of a column were found to be: a value is understood once. A column whose cells hardly repeat is not remembered at all. Not
/// for several threads at once.</summary>
/// <param name="most">Values remembered at once.</param>
internal sealed class ValueMemory<T>(int most)
{
    private const int Trial = 2_048;
    private const int LeastShare = 8;

    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _asked;
    private int _hits;
    private bool _isOff;

    /// <summary>True where the value of a cell is known.</summary>
    public bool TryGet(string cell, out T value)
    {
        if (_isOff)
        {
            value = default!;
            return false;
        }

        bool isKnown = _known.TryGetValue(cell, out value!);
        if (isKnown)
            _hits++;
        if (++_asked == Trial)
            Judge();
        return isKnown;
    }

    /// <summary>Notes the value of a cell.</summary>
    public void Set(string cell, T value)
    {
        if (_isOff)
            return;
        if (_known.Count >= most)
            _known.Clear();
        _known[cell] = value;
    }

    // A column of case numbers gains nothing from being remembered.
    private void Judge()
    {
        if (_hits < Trial / LeastShare)
        {
            _isOff = true;
            _known.Clear();
            _known.TrimExcess();
        }

        (_asked, _hits) = (0, 0);
    }
}
