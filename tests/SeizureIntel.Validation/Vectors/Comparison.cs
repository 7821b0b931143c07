using System;
using System.Globalization;

namespace SeizureIntel.Validation.Vectors;

/// <summary>Counts compared values of one file and keeps the worst.</summary>
internal sealed class Comparison(string file)
{
    private const double Mismatch = double.PositiveInfinity;

    private double _worstRatio = -1;
    private string _firstFailure = "";
    private int _failures;

    public long Values { get; private set; }

    public double LargestError { get; private set; }

    public double ToleranceOfLargest { get; private set; }

    /// <summary>Compares two numbers; NaN on both sides agrees.</summary>
    public void Number(double ours, double reference, Tolerance tolerance, string place)
    {
        var error = tolerance.Error(ours, reference);
        Count(error, tolerance, error <= tolerance.Scale, place, Text(ours), Text(reference));
    }

    /// <summary>Compares two texts for equality.</summary>
    public void Same(string? ours, string? reference, string place)
    {
        var equal = string.Equals(ours, reference, StringComparison.Ordinal);
        Count(equal ? 0 : Mismatch, Tolerance.Exact, equal, place, ours ?? "null", reference ?? "null");
    }

    /// <summary>Compares two cells: as numbers where both are numbers, else as texts.</summary>
    public void Cell(string ours, string reference, Tolerance tolerance, string place)
    {
        if (CsvTable.TryParse(ours, out var a) && CsvTable.TryParse(reference, out var b))
        {
            Number(a, b, tolerance, place);
        }
        else
        {
            Same(ours, reference, place);
        }
    }

    /// <summary>Records a property that has to hold, for example a likelihood at least as good as the given one.</summary>
    public void Holds(bool holds, string place, string ours, string expected) =>
        Count(holds ? 0 : Mismatch, Tolerance.Exact, holds, place, ours, expected);

    /// <summary>Records a failure that is not a value: a missing file, row, column or member.</summary>
    public void Fail(string reason)
    {
        _failures++;
        if (_firstFailure.Length == 0)
        {
            _firstFailure = reason;
        }
    }

    public VectorReport ToReport()
    {
        if (Values == 0 && _failures == 0)
        {
            Fail("nothing was compared");
        }

        var more = _failures > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {_failures - 1} more)") : "";
        return new VectorReport(file, Values, LargestError, ToleranceOfLargest, _failures == 0, _firstFailure + more);
    }

    private void Count(double error, Tolerance tolerance, bool agrees, string place, string ours, string reference)
    {
        Values++;
        var ratio =
            tolerance.Scale > 0 ? error / tolerance.Scale
            : error > 0 ? Mismatch
            : 0;
        if (ratio > _worstRatio)
        {
            _worstRatio = ratio;
            LargestError = error;
            ToleranceOfLargest = tolerance.Scale;
        }

        if (!agrees)
        {
            Fail($"{place}: ours {ours}, reference {reference}");
        }
    }

    private static string Text(double value) => CsvTable.Format(value);
}
