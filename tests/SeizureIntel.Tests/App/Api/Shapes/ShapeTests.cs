using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Comparing;
using SeizureIntel.Workbench.Completion;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Ledgers;
using SeizureIntel.Workbench.Scorecards;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Seizures;
using SeizureIntel.Workbench.Serials;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Suggesting;
using SeizureIntel.Workbench.Tabulating;
using SeizureIntel.Workbench.Vocabularies;
using SeizureIntel.Workbench.Watches;
using Xunit;

namespace SeizureIntel.Tests.App.Api.Shapes;

/// <summary>The form of what each address answers is an approved file, and what it answers over the network has that form.</summary>
/// <remarks><c>SEIZUREINTEL_APPROVE=1</c> in the environment writes the files anew; read the difference before you commit it.</remarks>
[Collection(nameof(ApiCollection))]
public sealed class ShapeTests(ApiSite site)
{
    private static readonly bool IsApproving = Environment.GetEnvironmentVariable("SEIZUREINTEL_APPROVE") == "1";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, Type> Contracts = new(StringComparer.Ordinal)
    {
        ["health"] = typeof(HealthAnswer),
        ["search"] = typeof(SearchAnswer),
        ["complete"] = typeof(CompletionAnswer),
        ["scorecards"] = typeof(IReadOnlyList<ScorecardAnswer>),
        ["ledger"] = typeof(LedgerAnswer),
        ["vocabulary"] = typeof(VocabularyAnswer),
        ["doubts"] = typeof(DoubtsAnswer),
        ["compare"] = typeof(ComparisonAnswer),
        ["jobs"] = typeof(IReadOnlyList<JobAnswer>),
        ["seizure"] = typeof(SeizureAnswer),
        ["similar"] = typeof(SimilarAnswer),
        ["serial-numbers"] = typeof(SerialAnswer),
        ["tabulate"] = typeof(TabulationAnswer),
        ["studies"] = typeof(StudyAnswer),
        ["submissions"] = typeof(SubmissionsAnswer),
        ["submissions-post"] = typeof(SubmissionAnswer),
        ["rejections"] = typeof(IReadOnlyList<RejectionAnswer>),
        ["bulletins"] = typeof(IReadOnlyList<BulletinEntry>),
        ["questions"] = typeof(IReadOnlyList<QuestionAnswer>),
        ["people"] = typeof(PeopleAnswer),
        ["audit"] = typeof(AuditLogAnswer),
        ["system"] = typeof(SystemAnswer),
        ["watches"] = typeof(WatchesAnswer),
        ["watch-trial"] = typeof(WatchTrialAnswer),
        ["codes"] = typeof(IReadOnlyList<CodeAnswer>),
        ["formats"] = typeof(IReadOnlyList<SourceAnswer>),
        ["format"] = typeof(SourceAnswer),
        ["problem"] = typeof(ProblemDetails),
    };

    public static TheoryData<string> Names => [.. Contracts.Keys];

    public static TheoryData<string, string> Questions
    {
        get
        {
            var questions = new TheoryData<string, string>
            {
                { "health", "/api/v1/health" },
                { "search", "/api/v1/search?size=1000&facets=heading&facets=departure_country" },
                { "search", "/api/v1/search?text=nothinglikethis" },
                { "scorecards", "/api/v1/scorecards?where=submission={submission}&wait=60" },
                { "ledger", "/api/v1/routes/ledger" },
                { "ledger", "/api/v1/routes/ledger?country=NL" },
                { "vocabulary", "/api/v1/concealment/vocabulary" },
                { "doubts", "/api/v1/doubts?where=submission={submission}&wait=60" },
                { "compare", "/api/v1/compare?series=heading%3DH01&series=heading%3DH02" },
                { "jobs", "/api/v1/jobs" },
                { "complete", "/api/v1/complete?text=product:coca" },
                { "complete", "/api/v1/complete?text=prod" },
                { "seizure", "/api/v1/seizures/{seizure}" },
                { "similar", "/api/v1/seizures/{seizure}/similar" },
                { "tabulate", "/api/v1/tabulate?by=heading&bucket=month" },
                { "tabulate", "/api/v1/tabulate?by=product&measure=quantity" },
                { "submissions", "/api/v1/submissions" },
                { "rejections", "/api/v1/submissions/{id}/rejections" },
                { "bulletins", "/api/v1/bulletins" },
                { "bulletin", "/api/v1/bulletins/" + ApiSite.BulletinId },
                { "questions", "/api/v1/submissions/{id}/questions" },
                { "people", "/api/v1/administration/people" },
                { "audit", "/api/v1/administration/audit?size=20" },
                { "system", "/api/v1/administration/system" },
                { "watches", "/api/v1/watches" },
                { "watch-trial", "/api/v1/watches/trial?heading=H01&days=3" },
                { "codes", "/api/v1/codes/heading" },
                { "formats", "/api/v1/sources" },
                { "format", "/api/v1/sources/{format}" },
                { "problem", "/api/v1/nothing" },
                { "problem", "/api/v1/search?where=prodct=cocaine" },
            };
            foreach (string study in StudyDesk.Names)
            {
                questions.Add("studies", "/api/v1/studies/" + study + "?wait=60");
                questions.Add("studies", "/api/v1/studies/" + study + "?text=nothinglikethis&wait=60");
            }

            return questions;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_contract_has_the_approved_form(string name)
    {
        JsonNode now = Shape.Of(Contracts[name]);
        if (IsApproving)
            Write(name, now);
        Assert.Equal(Text(Approved(name)), Text(now));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_answer_has_the_approved_form(string name, string address)
    {
        (HttpResponseMessage response, JsonElement json) = await site.GetAsync(
            address
                .Replace("{id}", site.SubmissionId, StringComparison.Ordinal)
                .Replace("{format}", await FormatAsync(), StringComparison.Ordinal)
                .Replace("{seizure}", await site.SeizureAsync(), StringComparison.Ordinal)
        );
        response.Dispose();
        if (IsApproving)
            Write(name, Contracts.TryGetValue(name, out Type? contract) ? Shape.Of(contract) : Shape.Of(json));
        Assert.Empty(Shape.Differences(Approved(name), json));
    }

    [Fact]
    public async Task An_upload_is_answered_in_the_approved_form_loaded_known_and_refused()
    {
        byte[] file = site.NewFile(rows: 2);
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage taken = await site.SendAsync(file, "file_name=a.csv");
            Assert.Empty(Shape.Differences(Approved("submissions-post"), await ApiSite.JsonOf(taken)));
        }

        using HttpResponseMessage refused = await site.SendAsync([], "file_name=a.csv");
        JsonElement problem = await ApiSite.JsonOf(refused);
        Assert.Empty(Shape.Differences(Approved("problem"), problem));
        Assert.Empty(Shape.Differences(Approved("submissions-post"), problem.GetProperty("submission")));
    }

    [Fact]
    public void Every_approved_form_is_asked_for() =>
        Assert.Equal(
            Questions.Select(q => q.Data.Item1).Concat(["serial-numbers", "submissions-post"]).Distinct().Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Folder, "*.approved.json")
                .Select(f => Path.GetFileName(f)[..^".approved.json".Length])
                .Order(StringComparer.Ordinal)
        );

    private async Task<string> FormatAsync()
    {
        using var file = new ByteArrayContent("Fundtag;Warenart;Menge kg\n03.01.2023;Kokain;2\n17.01.2023;Heroin;1\n"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpResponseMessage proposed = await site.Http.PostAsync(
            new Uri("/api/v1/submissions/suggestion?file_name=form.csv&propose=true", UriKind.Relative),
            file,
            TestContext.Current.CancellationToken
        );
        return (await ApiSite.JsonOf(proposed)).GetProperty("name").GetString()!;
    }

    private static string Folder => Path.Combine(House.Root, "tests/SeizureIntel.Tests/App/Api/Shapes");

    private static string PathOf(string name) => Path.Combine(Folder, name + ".approved.json");

    private static JsonNode Approved(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)))!;

    private static string Text(JsonNode form) => form.ToJsonString(Indented) + "\n";

    private static void Write(string name, JsonNode form) => File.WriteAllText(PathOf(name), Text(form));
}
