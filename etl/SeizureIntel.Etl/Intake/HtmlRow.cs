using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>A row of a table of a page, or the end of the table.</summary>
/// <param name="Table">The table, counted from 0 by where tables begin.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="IsLast">Whether it is no row, but the table's end.</param>
/// <param name="Caption">What is written over the table; empty for nothing.</param>
/// <param name="Begun">How many tables of the page have begun by then.</param>
/// <param name="Group">Which group of rows of the table (head, body, foot) it stands in; cells do not go on beyond it.</param>
internal sealed record HtmlRow(int Table, IReadOnlyList<HtmlCell> Cells, bool IsLast, string Caption, int Begun, int Group);

/// <summary>A cell of a page.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Columns">Over how many columns it goes, as stated.</param>
/// <param name="Rows">Over how many rows it goes, as stated; 0 for all that follow.</param>
internal readonly record struct HtmlCell(string Text, int Columns, int Rows);
