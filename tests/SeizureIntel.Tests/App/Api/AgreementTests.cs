using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.App.Commands;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Questions;
using SeizureIntel.Workbench.Studies;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>One question, one answer: address, body and verb are made of the same members and must say the same.</summary>
[Collection(nameof(ApiCollection))]
public sealed class AgreementTests(ApiSite site)
{
    // There is a verb that makes a bulletin and none that lists them; watches are an office's, and the command line has none; a shell completes by itself.
    private static readonly string[] WithoutVerb =
    [
        "bulletins",
        "questions",
        "watches",
        "watch-trial",
        "scorecards",
        "compare",
        "complete",
        "jobs",
        "job",
        "people",
        "audit",
        "system",
        "codes",
        "formats",
        "doubts",
        "ledger",
        "vocabulary",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A question's name with what is asked, as JSON; SUBMISSION stands for the sample's id, SEIZURE for one of it.</summary>
    public static TheoryData<string, string> Asked =>
        new()
        {
            { "search", "{}" },
            { "search", """{"text":"cocaine","facets":["heading,product","reporting_country"],"size":3}""" },
            {
                "search",
                """{"where":["heading=H01","submission=SUBMISSION"],"not":["product=D.COC"],"from":"2024","sort":"seizure_date"}"""
            },
            { "search", """{"heading":["H01","H08"],"region":"Europe","to":"2024-06","size":0}""" },
            { "search", """{"text":"heading:drugs -product:heroin -tyre","size":0}""" },
            { "complete", """{"text":"product:coca","heading":["H01"]}""" },
            { "seizure", """{"id":"SEIZURE"}""" },
            { "similar", """{"id":"SEIZURE","size":5}""" },
            { "tabulate", """{"by":["heading"],"bucket":"year"}""" },
            { "tabulate", """{"by":["product,reporting_country"],"measure":"quantity","where":["submission=SUBMISSION"]}""" },
            { "study", """{"name":"coverage","where":["submission=SUBMISSION"]}""" },
            { "study", """{"name":"routes","all":true,"marking":"GREEN"}""" },
            { "submissions", "{}" },
            { "scorecards", """{"where":["submission=SUBMISSION"]}""" },
            { "compare", """{"series":["heading=H01","product=cigarettes&reporting_country=NL"],"bucket":"year"}""" },
            { "jobs", "{}" },
            { "rejections", """{"id":"SUBMISSION"}""" },
            { "bulletins", "{}" },
            { "codes", """{"field":"heading"}""" },
            { "formats", "{}" },
            { "doubts", "{}" },
            { "ledger", """{"country":"NL","heading":["H01"]}""" },
            { "vocabulary", """{"heading":["H01"]}""" },
            { "questions", """{"id":"SUBMISSION"}""" },
            { "watches", "{}" },
            { "people", "{}" },
            { "audit", """{"action":"nothing like this","size":3}""" },
            { "system", "{}" },
            { "watch-trial", """{"heading":["H01"],"digest":"weekly","cooldown_hours":6,"days":30}""" },
        };

    [Fact]
    public void Every_question_is_asked_here() =>
        Assert.Equal(
            // A job has ended before it is asked for twice, and nobody proposed a format: JobTests and UnknownShapeTests ask for one.
            AllQuestions.List.Select(q => q.Name).Where(n => n is not ("job" or "format")).Order(StringComparer.Ordinal),
            Asked.Select(a => a.Data.Item1).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_study_is_named_where_its_name_is_asked_for() =>
        Assert.Contains(
            string.Join(", ", StudyDesk.Names.Order(StringComparer.Ordinal)),
            string.Join(
                ", ",
                QuestionMember
                    .Of(typeof(StudyQuery))
                    .Single(m => m.Asked.IsInPath)
                    .Asked.Does["Which study: ".Length..]
                    .Split(", ")
                    .Order(StringComparer.Ordinal)
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Address_body_and_verb_give_the_same_answer(string name, string members)
    {
        Question question = AllQuestions.List.Single(q => q.Name == name);
        var asked = (JsonObject)
            JsonNode.Parse(
                members
                    .Replace("SUBMISSION", site.SubmissionId, StringComparison.Ordinal)
                    .Replace("SEIZURE", await site.SeizureAsync(), StringComparison.Ordinal)
            )!;
        JsonNode fromAddress = JsonNode.Parse(await site.Http.GetStringAsync(AddressOf(question, asked, withQuery: true), Stop))!;
        if (question.TakesBody)
        {
            var body = (JsonObject)asked.DeepClone();
            foreach (QuestionMember member in question.Members.Where(m => m.Asked.IsInPath))
                body.Remove(member.Name);
            using HttpResponseMessage posted = await site.Http.PostAsJsonAsync(AddressOf(question, asked, withQuery: false), body, Stop);
            AssertSame(fromAddress, JsonNode.Parse(await posted.Content.ReadAsStringAsync(Stop))!);
        }

        if (!WithoutVerb.Contains(name))
            AssertSame(fromAddress, await FromVerbAsync(question, asked));
    }

    [Theory]
    [InlineData("unknown_parameter", "GET", "search?headng=H01", null)]
    [InlineData("unknown_parameter", "POST", "search", """{"headng":["H01"]}""")]
    [InlineData("bad_number", "POST", "search", """{"size":1001}""")]
    [InlineData("bad_choice", "POST", "tabulate", """{"by":["heading"],"measure":"weight"}""")]
    [InlineData("bad_choice", "GET", "studies/routes?all=perhaps", null)]
    [InlineData("bad_body", "POST", "search", "[]")]
    [InlineData("bad_body", "POST", "search", "{")]
    public async Task What_is_not_understood_is_never_dropped_in_silence(string code, string method, string question, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + question);
        if (body is not null)
            request.Content = new StringContent(body);
        HttpResponseMessage response = await site.Http.SendAsync(request, Stop);
        await UploadTests.AssertProblemAsync(code, 400, response);
    }

    private static Uri AddressOf(Question question, JsonObject asked, bool withQuery)
    {
        string path = "/api/v1" + question.Address;
        var pairs = new List<string>();
        foreach (QuestionMember member in question.Members)
        {
            string[] values = ValuesOf(asked, member);
            if (member.Asked.IsInPath)
                path = path.Replace($"{{{member.Name}}}", Uri.EscapeDataString(values[0]), StringComparison.Ordinal);
            else
                pairs.AddRange(values.Select(v => $"{member.Name}={Uri.EscapeDataString(v)}"));
        }

        if (question.RunOfAsync is not null)
        {
            // What must run first is waited for; the wait is the address's, whatever the body holds.
            path += "?wait=60" + (withQuery ? string.Concat(pairs.Select(p => "&" + p)) : "");
            return new Uri(path, UriKind.Relative);
        }

        return new Uri(withQuery && pairs.Count > 0 ? $"{path}?{string.Join('&', pairs)}" : path, UriKind.Relative);
    }

    private async Task<JsonNode> FromVerbAsync(Question question, JsonObject asked)
    {
        var line = new List<string> { question.Name };
        foreach (QuestionMember member in question.Members)
        {
            string[] values = ValuesOf(asked, member);
            if (member.Asked.IsInPath || member.Name == "text")
                line.AddRange(values);
            else if (member.Type == typeof(bool))
                line.AddRange(values.Select(_ => "--" + member.Name));
            else
                line.AddRange(values.SelectMany(v => (string[])["--" + member.Name.Replace('_', '-'), v]));
        }

        var printed = new StringWriter();
        var output = new Output(printed, Stream.Null, TextWriter.Null, isTerminal: false);
        var context = new VerbContext(output, Composition.OpenAsync);
        Assert.Equal(0, await CommandLine.RunAsync([.. line, "--json", "--data", site.Folder], context, Stop));
        return JsonNode.Parse(printed.ToString())!;
    }

    private static string[] ValuesOf(JsonObject asked, QuestionMember member) =>
        asked[member.Name] switch
        {
            null => [],
            JsonArray several => [.. several.Select(v => v!.ToString())],
            var one => [one.ToString()],
        };

    private static void AssertSame(JsonNode one, JsonNode other) => Assert.True(JsonNode.DeepEquals(one, other), $"{one}\n{other}");
}
