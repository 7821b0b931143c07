using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Workbench.Exports;

/// <summary>Writes the seizures of a query in the exchange template's columns, so that what was exported can be taken in again.</summary>
public static class SeizureExport
{
    // Only how many serial numbers there were is kept; a count in the template's column would be read as a number of a weapon.
    internal static IReadOnlyList<SeizureField> Columns { get; } = [.. SeizureFields.Template.Where(f => f.Name != "serial_numbers")];

    /// <summary>Writes all seizures of a query that a reader may see, in the columns that the reader may see; rows come in the order received.</summary>
    /// <returns>Seizures written.</returns>
    public static async Task<int> WriteAsync(
        ISeizureIndex index,
        Reader reader,
        SeizureQuery query,
        ExportFormat format,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        SeizureField[] columns = [.. Columns.Where(reader.Sees)];
        string[] names = [.. columns.Select(c => c.Name)];
        using RowWriter rows = RowWriter.Of(format, target, names);
        int count = 0;
        await foreach (SeizureBatch batch in index.ReadAsync(reader, query, names, cancellationToken))
        {
            object?[] cells = new object?[columns.Length];
            for (int i = 0; i < batch.Count; i++)
            {
                for (int c = 0; c < columns.Length; c++)
                    cells[c] = Cell(batch, columns[c], i);
                rows.Add(cells);
            }

            count += batch.Count;
        }

        return count;
    }

    private static object? Cell(SeizureBatch batch, SeizureField field, int row)
    {
        switch (field.Kind)
        {
            case FieldKind.Code or FieldKind.Codes:
                SeizureColumn column = batch.Coded[field.Name];
                ReadOnlySpan<int> starts = column.Starts.Span;
                string[] values = new string[starts[row + 1] - starts[row]];
                for (int i = 0; i < values.Length; i++)
                    values[i] = column.Values[column.Codes.Span[starts[row] + i]];
                return values is [NonValue.NotStated] ? null : string.Join(';', values);
            case FieldKind.Text:
                return batch.Texts[field.Name][row];
            case FieldKind.Date:
                return Number(batch, field, row) is { } day
                    ? DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : null;
            default:
                return Number(batch, field, row);
        }
    }

    private static double? Number(SeizureBatch batch, SeizureField field, int row)
    {
        double number = batch.Numbers[field.Name].Span[row];
        return double.IsNaN(number) ? null : number;
    }
}
