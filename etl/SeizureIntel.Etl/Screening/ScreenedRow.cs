using System.Collections.Generic;
using SeizureIntel.Cases;

namespace SeizureIntel.Etl.Screening;

/// <summary>A row after screening: the only form in which anything may be kept.</summary>
/// <param name="Number">The row number a spreadsheet shows.</param>
/// <param name="Cells">The cells, screened; empty when the row is refused.</param>
/// <param name="Actions">What was masked or dropped, in column order; empty when nothing was.</param>
/// <param name="Refusal">Why the row is refused; null when it is kept.</param>
public sealed record ScreenedRow(int Number, IReadOnlyList<string> Cells, IReadOnlyList<ScreenedCell> Actions, ScreenRefusal? Refusal)
{
    /// <summary>Tokens of the containers and vessels whose numbers stood in the row; empty where none did or there is no key.</summary>
    public IReadOnlyList<ConveyanceToken> Tokens { get; init; } = [];
}
