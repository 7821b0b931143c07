using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Storing;

/// <summary>Runs a source's samples through the pipeline and holds the result against the approved one.</summary>
public static class SourceCheck
{
    private const int DifferencesShown = 20;

    // Samples are judged as received on a fixed day, so that no result changes with the calendar.
    private static readonly DateTimeOffset ReceivedAt = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Checks a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="lists">The code lists.</param>
    /// <param name="screening">The words that give personal data away.</param>
    /// <param name="samples">The bytes of its samples by file name.</param>
    /// <param name="approved">Text of <c>expected.approved.json</c>; null where nothing was approved yet.</param>
    /// <param name="reader">Reads the accounts of sources that fill fields by them; null for none.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static async Task<SourceCheckResult> RunAsync(
        SourceDescription source,
        CodeListSet lists,
        ScreeningLists screening,
        IReadOnlyDictionary<string, byte[]> samples,
        string? approved,
        ITextReader? reader,
        CancellationToken cancellationToken
    )
    {
        using var json = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                json,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            writer.WriteStartObject();
            foreach ((string name, byte[] bytes) in samples.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                await WriteAsync(writer, source, lists, screening, name, bytes, reader, cancellationToken).ConfigureAwait(false);
            }

            writer.WriteEndObject();
        }

        string received = Encoding.UTF8.GetString(json.ToArray()) + "\n";
        return new SourceCheckResult(received, Differences(approved ?? "", received));
    }

    private static async Task WriteAsync(
        Utf8JsonWriter writer,
        SourceDescription source,
        CodeListSet lists,
        ScreeningLists screening,
        string name,
        byte[] bytes,
        ITextReader? reader,
        CancellationToken cancellationToken
    )
    {
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var submission = new Submission(Identifier.Of(sha256 + "\n" + source.Name), name, source.Name, sha256, bytes.Length, ReceivedAt);
        var pipeline = new SubmissionPipeline(
            source,
            lists,
            screening,
            submission,
            null,
            new LoadTargets(null, null),
            null,
            reader: reader
        );
        using var file = new MemoryStream(bytes, writable: false);
        var chunks = new List<SubmissionChunk>();
        await foreach (SubmissionChunk chunk in pipeline.ReadAsync(file, new FileFacts(), cancellationToken).ConfigureAwait(false))
            chunks.Add(chunk);
        LoadTally tally = pipeline.Tally;
        writer.WriteStartObject();
        writer.WriteNumber("rows_read", tally.RowsRead);
        writer.WriteNumber("rows_accepted", tally.RowsAccepted);
        writer.WriteNumber("rows_rejected", tally.RowsRejected);
        writer.WriteNumber("rows_skipped", tally.RowsSkipped);
        writer.WriteNumber("exact_duplicates", tally.ExactDuplicates);
        writer.WriteNumber("values_masked", tally.ValuesMasked);
        writer.WriteStartArray("seizures");
        foreach (
            (Case found, Seizure seizure) in chunks
                .SelectMany(c => c.Cases)
                .SelectMany(c => c.Seizures.Select(s => (c, s)))
                .OrderBy(p => p.s.Row)
        )
            WriteSeizure(writer, found, seizure);
        writer.WriteEndArray();
        writer.WriteStartArray("rejections");
        foreach (Rejection rejection in chunks.SelectMany(c => c.Rejections))
            writer.WriteStringValue($"row {rejection.Row}, {rejection.Field}: {rejection.Code}: {rejection.Reason}");
        writer.WriteEndArray();
        writer.WriteStartArray("issues");
        foreach (Issue issue in chunks.SelectMany(c => c.Issues).OrderBy(i => i.Row))
            writer.WriteStringValue($"row {issue.Row}, {issue.Field}: {issue.Code}{(issue.Text is null ? "" : $": {issue.Text}")}");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSeizure(Utf8JsonWriter writer, Case found, Seizure seizure)
    {
        writer.WriteStartObject();
        writer.WriteNumber("row", seizure.Row);
        foreach (SeizureField field in SeizureFields.All)
        {
            if (field.Name is "row" or "case_id" or "submission" or "source")
                continue;
            switch (field.Kind)
            {
                case FieldKind.Code when field.One!(found, seizure) is var one && one != default:
                    writer.WriteString(field.Name, Shown(one));
                    break;
                case FieldKind.Codes when field.Many!(found, seizure) is { Count: > 0 } many:
                    writer.WriteString(field.Name, string.Join(" ; ", many.Select(Shown)));
                    break;
                case FieldKind.Text when field.Words!(found, seizure) is { } words:
                    writer.WriteString(field.Name, words);
                    break;
                case FieldKind.Date when field.Number!(found, seizure) is { } day:
                    writer.WriteString(field.Name, DateOnly.FromDayNumber((int)day).ToString("O", CultureInfo.InvariantCulture));
                    break;
                case FieldKind.Number when field.Number!(found, seizure) is { } number:
                    writer.WriteNumber(field.Name, number);
                    break;
            }
        }

        if (seizure.QuantityText is not null)
            writer.WriteString("quantity_text", seizure.QuantityText);
        writer.WriteEndObject();
    }

    private static string Shown(Stated value) => value.Text is null ? value.Code : $"{value.Code} ← {value.Text}";

    private static List<string> Differences(string approved, string received)
    {
        string[] expected = approved.ReplaceLineEndings("\n").Split('\n'),
            found = received.Split('\n');
        var differences = new List<string>();
        for (int i = 0; i < Math.Max(expected.Length, found.Length) && differences.Count < DifferencesShown; i++)
        {
            string e = i < expected.Length ? expected[i] : "(end)",
                f = i < found.Length ? found[i] : "(end)";
            if (e != f)
                differences.Add($"{i + 1}: {e.Trim()} → {f.Trim()}");
        }

        return differences;
    }
}
