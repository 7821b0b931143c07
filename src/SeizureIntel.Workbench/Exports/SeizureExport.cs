using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Only how many serial numbers there were is kept; a count in the template's column would be read as a number of a weapon.
    private static readonly IReadOnlyList<SeizureField> AllColumns = [.. SeizureFields.Template.Where(f => f.Name != "serial_numbers")];

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
        SeizureField[] columns = [.. AllColumns.Where(reader.Sees)];
        string[] names = [.. columns.Select(c => c.Name)];
        IAsyncEnumerable<SeizureBatch> batches = index.ReadAsync(reader, query, names, cancellationToken);
        return format switch
        {
            ExportFormat.Csv => await CsvAsync(batches, columns, target, cancellationToken),
            ExportFormat.Xlsx => await XlsxAsync(batches, columns, target, cancellationToken),
            _ => await JsonAsync(batches, columns, target, cancellationToken),
        };
    }

    private static async Task<int> CsvAsync(
        IAsyncEnumerable<SeizureBatch> batches,
        SeizureField[] columns,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        await using var writer = new StreamWriter(target, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Join(',', columns.Select(c => c.Name)));
        int count = 0;
        await foreach (SeizureBatch batch in batches.WithCancellation(cancellationToken))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                for (int c = 0; c < columns.Length; c++)
                {
                    if (c > 0)
                        writer.Write(',');
                    writer.Write(Quoted(Cell(batch, columns[c], i)));
                }

                writer.WriteLine();
            }

            count += batch.Count;
        }

        return count;
    }

    private static async Task<int> XlsxAsync(
        IAsyncEnumerable<SeizureBatch> batches,
        SeizureField[] columns,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        // A workbook's parts are written with seeks; the target may be a pipe.
        using var bytes = new MemoryStream();
        int count = 0;
        using (var workbook = new WorkbookWriter(bytes, "seizures", [.. columns.Select(c => c.Name)]))
        {
            await foreach (SeizureBatch batch in batches.WithCancellation(cancellationToken))
            {
                for (int i = 0; i < batch.Count; i++)
                    workbook.Add([.. columns.Select(c => c.Kind == FieldKind.Number ? (object?)Number(batch, c, i) : Cell(batch, c, i))]);
                count += batch.Count;
            }
        }

        bytes.Position = 0;
        await bytes.CopyToAsync(target, cancellationToken);
        return count;
    }

    private static async Task<int> JsonAsync(
        IAsyncEnumerable<SeizureBatch> batches,
        SeizureField[] columns,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        await using var json = new Utf8JsonWriter(target, Compact);
        json.WriteStartArray();
        int count = 0;
        await foreach (SeizureBatch batch in batches.WithCancellation(cancellationToken))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                json.WriteStartObject();
                foreach (SeizureField field in columns)
                {
                    if (field.Kind == FieldKind.Number && Number(batch, field, i) is { } number)
                        json.WriteNumber(field.Name, number);
                    else if (field.Kind != FieldKind.Number && Cell(batch, field, i) is { Length: > 0 } text)
                        json.WriteString(field.Name, text);
                }

                json.WriteEndObject();
            }

            count += batch.Count;
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        return count;
    }

    private static string Cell(SeizureBatch batch, SeizureField field, int row)
    {
        switch (field.Kind)
        {
            case FieldKind.Code or FieldKind.Codes:
                SeizureColumn column = batch.Coded[field.Name];
                ReadOnlySpan<int> starts = column.Starts.Span;
                string[] values = new string[starts[row + 1] - starts[row]];
                for (int i = 0; i < values.Length; i++)
                    values[i] = column.Values[column.Codes.Span[starts[row] + i]];
                return values is [NonValue.NotStated] ? "" : string.Join(';', values);
            case FieldKind.Text:
                return batch.Texts[field.Name][row] ?? "";
            case FieldKind.Date:
                double day = batch.Numbers[field.Name].Span[row];
                return double.IsNaN(day) ? "" : DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            default:
                return Number(batch, field, row)?.ToString("R", CultureInfo.InvariantCulture) ?? "";
        }
    }

    private static double? Number(SeizureBatch batch, SeizureField field, int row)
    {
        double number = batch.Numbers[field.Name].Span[row];
        return double.IsNaN(number) ? null : number;
    }

    private static string Quoted(string cell)
    {
        // A spreadsheet would run a text that begins like a formula; numbers below zero stay numbers.
        if (
            cell.Length > 0
            && cell[0] is '=' or '+' or '-' or '@' or '\t'
            && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        )
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
