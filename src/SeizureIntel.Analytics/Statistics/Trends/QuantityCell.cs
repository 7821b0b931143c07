namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>What one reporter seized of one product in two periods of equal length.</summary>
/// <param name="Reporter">The reporter.</param>
/// <param name="Product">The product.</param>
/// <param name="CasesBefore">Cases in the earlier period, 0 or more.</param>
/// <param name="QuantityBefore">Quantity (one unit for all cells) in the earlier period, 0 or more; above 0 exactly where there are cases.</param>
/// <param name="CasesAfter">Cases in the later period, 0 or more.</param>
/// <param name="QuantityAfter">Quantity (same unit) in the later period, 0 or more; above 0 exactly where there are cases.</param>
public sealed record QuantityCell(
    string Reporter,
    string Product,
    double CasesBefore,
    double QuantityBefore,
    double CasesAfter,
    double QuantityAfter
);
