namespace SeizureIntel.Etl.Suggesting;

/// <summary>How far a code list knows a column's values.</summary>
/// <param name="Rows">Share of the filled cells that it knows.</param>
/// <param name="Near">Share of those of whose words it knows some.</param>
/// <param name="Values">Share of the different values that it knows.</param>
/// <param name="Codes">How many different codes they mean.</param>
internal sealed record ListFit(double Rows, double Near, double Values, int Codes)
{
    public static ListFit None { get; } = new(0, 0, 0, 0);

    /// <summary>Known, with what is near counting half.</summary>
    public double Score => Rows + (Near / 2);
}
