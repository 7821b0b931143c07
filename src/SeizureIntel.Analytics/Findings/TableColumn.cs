namespace SeizureIntel.Analytics.Findings;

/// <summary>A column of a figure table.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Label">English heading.</param>
/// <param name="Unit">Unit of its numbers; null for words and codes.</param>
/// <param name="CodeField">Field whose code list names its codes; null where the cells are no codes.</param>
public sealed record TableColumn(string Name, string Label, string? Unit = null, string? CodeField = null);
