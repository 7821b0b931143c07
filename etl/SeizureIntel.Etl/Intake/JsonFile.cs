using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens JSON: an array of objects, an array within objects, the longest of several, or one object after the other (NDJSON).</summary>
internal static class JsonFile
{
    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        (Encoding encoding, int markBytes) = TextEncoding.Decide(source, options, limitLines: false);
        Stream Text()
        {
            Stream bytes = source.Open();
            Span<byte> mark = stackalloc byte[4];
            bytes.ReadExactly(mark[..markBytes]);
            return encoding.CodePage == Encoding.UTF8.CodePage
                ? bytes
                : Encoding.CreateTranscodingStream(bytes, encoding, new UTF8Encoding(false));
        }

        (JsonShape shape, RecordTable table) = source.Facts?.Records is (JsonShape known, { } names)
            ? (known, new RecordTable(options, names))
            : Learn(Text, options);
        if (source.Facts is { } facts)
            facts.Records = (shape, table.Names);
        IReadOnlyList<string> columns = HeaderRow.Name(table.Names);
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = shape.IsLines ? "ndjson" : "json",
            ["encoding"] = encoding.WebName,
            ["decimal_separator"] = (options.DecimalSeparator ?? '.').ToString(),
        };
        if (shape.ArrayPath.Count > 0)
            readAs["list"] = string.Join('.', shape.ArrayPath);
        source.Describe(readAs);
        var skipped = new SkippedRowCount();
        Stream second = Text();
        return new RawFile(columns, readAs, Rows(second, options, new JsonWalk(shape, table, isLearning: false), skipped), skipped, second);
    }

    private static (JsonShape Shape, RecordTable Table) Learn(Func<Stream> text, IntakeOptions options)
    {
        JsonShape shape = JsonShape.Of(text(), options);
        var table = new RecordTable(options, []);
        var learner = new JsonWalk(shape, table, isLearning: true);
        using (Stream first = text())
        {
            foreach (string[] _ in JsonBlocks.Walk(first, options, learner.Step)) { }
        }

        return learner.Records == 0 ? throw Unreadable.Empty() : (shape, table);
    }

    private static IEnumerable<RawRow> Rows(Stream text, IntakeOptions options, JsonWalk walk, SkippedRowCount skipped)
    {
        // The names count as row 1, as they would on a sheet.
        int number = 1;
        foreach (string[] cells in JsonBlocks.Walk(text, options, walk.Step))
        {
            number++;
            if (HeaderRow.IsBlank(cells))
                skipped.Rows++;
            else
                yield return new RawRow(number, cells);
        }
    }
}
