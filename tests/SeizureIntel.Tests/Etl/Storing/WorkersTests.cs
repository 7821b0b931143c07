using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using Xunit;

namespace SeizureIntel.Tests.Etl.Storing;

/// <summary>How many workers take a file must not show in anything that comes out.</summary>
public sealed class WorkersTests
{
    private const int Rows = 6_500;

    private static readonly string File = Text();

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Nobody_can_tell_how_many_took_a_file(int workers)
    {
        List<string> alone = await TakeAsync(1),
            together = await TakeAsync(workers);
        // What must be in it for the comparison to mean something.
        string[] signs = ["ExactDuplicate", "CaseConflict", "NominalCell", "CellCount", "RepeatedCaseReference", "Masked", "Outlier"];
        Assert.All(signs, s => Assert.Contains(alone, l => l.EndsWith("= " + s, StringComparison.Ordinal)));
        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_ends_the_load_where_it_stands_whoever_works_ahead()
    {
        string open = File + "R-9,NL,2024-03-14,NL,H01,cocaine,2,kg,,,\"never closed\n";
        foreach (int workers in (int[])[1, 3])
        {
            (LoadReport report, MemoryStore store, _) = await LoadAsync(open, workers);
            Assert.Equal((SubmissionStatus.Refused, "unclosed_quote", 1), (report.Status, report.ErrorCode, store.Submissions));
        }
    }

    private static async Task<List<string>> TakeAsync(int workers)
    {
        (LoadReport report, MemoryStore store, MemoryArchive archive) = await LoadAsync(File, workers);
        return
        [
            .. Flat.Lines(report with { Seconds = 0 }),
            .. store.Cases.SelectMany(o => Flat.Lines(o)),
            .. store.Rejections.SelectMany(o => Flat.Lines(o)),
            .. store.Issues.SelectMany(o => Flat.Lines(o)),
            .. archive.Handed.SelectMany(o => Flat.Lines(o)),
        ];
    }

    private static async Task<(LoadReport Report, MemoryStore Store, MemoryArchive Archive)> LoadAsync(string text, int workers)
    {
        var store = new MemoryStore();
        var archive = new MemoryArchive();
        var clock = new ManualClock();
        var choice = new SourceChoice(new SourceShelf(Shipped.Sources, new MemorySources()), () => Shipped.Suggester, clock);
        var loader = new SubmissionLoader(store, archive, Shipped.Lists, Shipped.Screening, choice, clock) { Workers = workers };
        await SendAsync("case_ref,reporting_country,seizure_date,heading,product,quantity,unit\nR-14,NL,2024-03-14,H01,cocaine,1,kg\n");
        LoadReport report = await SendAsync(text);
        return (report, store, archive);

        async Task<LoadReport> SendAsync(string sent)
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(sent));
            var request = new LoadRequest
            {
                File = file,
                FileName = "some.csv",
                SourceName = "template",
            };
            return await loader.LoadAsync(request, null, TestContext.Current.CancellationToken);
        }
    }

    // Cases whose rows stand far apart, rows that repeat, disagree, are refused, or hold a person.
    private static string Text()
    {
        var text = new StringBuilder(
            "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,concealment,destination_country,narrative\n"
        );
        for (int i = 0; i < Rows; i++)
        {
            int reference = i % 7 == 0 ? i % 2_107 : i + 10_000;
            string product = i % 3 == 0 ? "cocaine" : "heroin",
                quantity = (i * 37 % 1000 + 1).ToString(CultureInfo.InvariantCulture),
                destination = (i % 4) switch
                {
                    0 => "ES",
                    1 => "FR",
                    2 => "Atlantis",
                    _ => "",
                },
                narrative = (i % 11) switch
                {
                    0 => $"Driver Mr John Doe gave the number +44 20 7946 09{i % 100:00}.",
                    1 => "Found during a routine control.",
                    _ => "",
                };
            text.Append(CultureInfo.InvariantCulture, $"R-{reference},NL,2024-03-14,NL,H01,{product},");
            text.Append(i % 1001 == 1000 ? "9000000,t" : quantity + ",kg")
                .Append(i % 997 == 0 ? ",4.2,jane.doe@example.org," : $",4.2,{destination},");
            text.Append(i % 499 == 498 ? "one,too,many" : narrative).Append('\n');
            if (i % 250 == 249)
                text.Append("R-7,NL,2024-03-14,NL,H01,cocaine,2,kg,,,\n");
        }

        return text.ToString();
    }
}
