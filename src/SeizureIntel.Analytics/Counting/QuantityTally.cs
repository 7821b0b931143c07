using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Adds up quantities by unit, never across units; outliers are left out of the sum and counted.</summary>
internal sealed class QuantityTally(SeizureFrame frame)
{
    /// <summary>Fields a frame must hold to be tallied.</summary>
    public static readonly string[] Fields = ["quantity", "unit", "outlier_flags"];

    private readonly double[] _quantities = frame.Numbers("quantity");
    private readonly FrameColumn _units = frame["unit"];
    private readonly FrameColumn _flags = frame["outlier_flags"];

    /// <summary>The unit that most of the rows with a quantity have, its sum, the rows summed and the outliers left out; unit null where no row has a
    /// quantity.</summary>
    public (string? Unit, double Sum, int Rows, int LeftOut) Leading(IEnumerable<int> rows)
    {
        var sums = new Dictionary<int, (double Sum, int Rows, int LeftOut)>();
        foreach (int row in rows)
        {
            if (double.IsNaN(_quantities[row]) || !_units.HasKnown(row))
                continue;
            int unit = _units.First(row);
            (double sum, int n, int leftOut) = sums.GetValueOrDefault(unit);
            sums[unit] = IsOutlier(row) ? (sum, n, leftOut + 1) : (sum + _quantities[row], n + 1, leftOut);
        }

        if (sums.Count == 0)
            return (null, 0, 0, 0);
        (int leading, (double Sum, int Rows, int LeftOut) best) = sums.OrderByDescending(e => e.Value.Rows + e.Value.LeftOut)
            .ThenBy(e => _units.Values[e.Key], StringComparer.Ordinal)
            .First();
        return (_units.Values[leading], best.Sum, best.Rows, best.LeftOut);
    }

    /// <summary>True where the row's quantity is left out of sums.</summary>
    public bool IsOutlier(int row)
    {
        foreach (int flag in _flags.Of(row))
        {
            if (_flags.Values[flag] is "QTY_EXTREME" or "UNIT_SUSPECT")
                return true;
        }

        return false;
    }
}
