using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens JSON: an array of objects, an object that holds one such array, or one object after the other (NDJSON).</summary>
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

        JsonShape shape = JsonShape.Of(Text(), options);
        var table = new RecordTable(options);
        var learner = new JsonWalk(shape, table, isLearning: true);
        using (Stream first = Text())
        {
            foreach (string[] _ in JsonBlocks.Walk(first, options, learner.Step)) { }
        }

        if (learner.Records == 0)
            throw Unreadable.Empty();
        IReadOnlyList<string> columns = HeaderRow.Name(table.Names);
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = shape.IsLines ? "ndjson" : "json",
            ["encoding"] = encoding.WebName,
            ["decimal_separator"] = (options.DecimalSeparator ?? '.').ToString(),
        };
        source.Describe(readAs);
        var skipped = new SkippedRowCount();
        Stream second = Text();
        return new RawFile(columns, readAs, Rows(second, options, new JsonWalk(shape, table, isLearning: false), skipped), skipped, second);
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
