using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Running;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>What is asked while two studies run that do not end by themselves.</summary>
[Collection(nameof(ApiCollection))]
public sealed class JobTests(ApiSite site) : IDisposable
{
    private static int _asked;

    private readonly TaskCompletionSource<StudyResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_study_that_must_run_is_answered_with_its_job_and_then_with_itself()
    {
        Occupy();
        Uri address = Address("/api/v1/studies/routes");
        using HttpResponseMessage accepted = await site.Http.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Uri location = accepted.Headers.Location!;
        JsonElement waiting = (await site.GetAsync(location.OriginalString)).Json;
        Assert.Equal(("routes", "waiting"), (waiting.GetProperty("name").GetString(), waiting.GetProperty("state").GetString()));
        Assert.True(waiting.GetProperty("before").GetInt32() >= 2);

        // Asked again, it is the same job.
        using HttpResponseMessage again = await site.Http.GetAsync(address, Stop);
        Assert.Equal(location, again.Headers.Location);

        _end.SetCanceled(Stop);
        using HttpResponseMessage answered = await site.Http.GetAsync(new Uri(address + "&wait=60", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal("routes", (await ApiSite.JsonOf(answered)).GetProperty("study").GetString());
    }

    [Fact]
    public async Task Nothing_else_waits_for_a_study_that_runs()
    {
        await site.GetAsync("/api/v1/search?size=1");
        Occupy();
        foreach (string other in new[] { "/api/v1/search?size=1", "/search", "/api/v1/tabulate?by=heading", "/api/v1/jobs" })
        {
            using HttpResponseMessage response = await site.Http.GetAsync(new Uri(other, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_page_answers_with_the_place_of_its_study_and_can_stop_it()
    {
        Occupy();
        Uri address = Address("/concealment");
        var clock = Stopwatch.StartNew();
        string page = await site.Http.GetStringAsync(address, Stop);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"The page took {clock.Elapsed}.");
        Assert.Contains("class=\"message pending\"", page, StringComparison.Ordinal);
        Assert.Contains("hx-trigger=\"load delay:700ms\"", page, StringComparison.Ordinal);
        JsonElement jobs = (await site.GetAsync("/api/v1/jobs")).Json;
        string? id = null;
        foreach (JsonElement job in jobs.EnumerateArray())
            id = job.GetProperty("name").GetString() == "concealment" ? job.GetProperty("id").GetString() : id;
        using HttpResponseMessage stopped = await site.Http.DeleteAsync(new Uri($"/api/v1/jobs/{id}", UriKind.Relative), Stop);
        Assert.Equal("stopped", (await ApiSite.JsonOf(stopped)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_job_is_not_there_for_readers_who_see_other_records()
    {
        StudyRun run = Occupy();
        (HttpClient other, _) = await site.KeyAsync(Role.Contributor, ["BE"], Marking.Amber, ["read"]);
        using (other)
        {
            foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, $"/api/v1/jobs/{run.Id}");
                using HttpResponseMessage response = await other.SendAsync(request, Stop);
                await UploadTests.AssertProblemAsync("unknown_job", 404, response);
            }

            // Others of the same office may have jobs of their own.
            string theirs = await other.GetStringAsync(new Uri("/api/v1/jobs", UriKind.Relative), Stop);
            Assert.DoesNotContain(run.Id, theirs, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("301")]
    [InlineData("long")]
    public async Task A_wait_is_a_number_of_seconds(string wait)
    {
        using HttpResponseMessage response = await site.Http.GetAsync(
            new Uri($"/api/v1/studies/coverage?wait={wait}", UriKind.Relative),
            Stop
        );
        await UploadTests.AssertProblemAsync("bad_number", 400, response);
    }

    public void Dispose() => _end.TrySetCanceled();

    // Both turns, by readers who see everything, as the site's key does.
    private StudyRun Occupy()
    {
        StudyRuns runs = site.Get<StudyRuns>();
        string question = Fresh();
        runs.Of(Reader.Owner, "trends", question + "1", "data", (_, stop) => _end.Task.WaitAsync(stop));
        return runs.Of(Reader.Owner, "trends", question + "2", "data", (_, stop) => _end.Task.WaitAsync(stop));
    }

    // A question that nobody has asked before: a condition that all fulfil.
    private static Uri Address(string path) => new($"{path}?not=case_id={Fresh()}", UriKind.Relative);

    private static string Fresh() => $"asked-{Interlocked.Increment(ref _asked)}";
}
