using System;

namespace SeizureIntel.Validation.Vectors;

/// <summary>How far a value may lie from the reference: relative or absolute, whichever is larger.</summary>
/// <param name="Relative">Allowed share of the reference value.</param>
/// <param name="Absolute">Allowed difference in the value's own unit.</param>
internal readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>The same integers, sets or texts.</summary>
    public static readonly Tolerance Exact = new(0, 0);

    /// <summary>Closed formulas: 1e-9 relative or 1e-12 absolute.</summary>
    public static readonly Tolerance Tight = new(1e-9, 1e-12);

    /// <summary>Iterative fits: 1e-6 relative or 1e-8 absolute.</summary>
    public static readonly Tolerance Iter = new(1e-6, 1e-8);

    /// <summary>p-values of iterative fits: 1e-5 relative or 1e-8 absolute.</summary>
    public static readonly Tolerance IterP = new(1e-5, 1e-8);

    /// <summary>A bare number: relative, or absolute where the value is below 1 in size.</summary>
    public static Tolerance Plain(double value) => new(value, value);

    /// <summary>An absolute tolerance in the value's own unit.</summary>
    public static Tolerance Within(double absolute) => new(0, absolute);

    /// <summary>The figure that is printed as the tolerance, and which errors are scaled to.</summary>
    public double Scale => Relative > 0 ? Relative : Absolute;

    /// <summary>Error of a value on the scale of <see cref="Scale"/>: at most <see cref="Scale"/> means agreement.</summary>
    public double Error(double ours, double reference)
    {
        if (double.IsNaN(ours) && double.IsNaN(reference))
        {
            return 0;
        }

        if (ours.Equals(reference))
        {
            return 0;
        }

        if (!double.IsFinite(ours) || !double.IsFinite(reference))
        {
            return double.PositiveInfinity;
        }

        var difference = Math.Abs(ours - reference);
        var allowed = Math.Max(Relative * Math.Abs(reference), Absolute);
        return allowed > 0 ? difference / allowed * Scale : difference;
    }
}
