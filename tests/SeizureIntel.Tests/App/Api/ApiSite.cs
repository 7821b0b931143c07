using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.App;
using SeizureIntel.App.Api.Hosting;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Bulletins;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Reporting.Bulletins;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>The web host over a data folder of its own, listening at a free port; its limits are small, so that tests reach them.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    public const string BulletinId = "0123456789abcdef";

    private const string Header = "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,narrative\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("seizureintel-api-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private Workspace? _workspace;
    private Task _serving = Task.CompletedTask;
    private int _files;

    /// <summary>Asks with a key that may everything.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>That key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The office's own provider.</summary>
    public SmallProvider Provider { get; private set; } = null!;

    /// <summary>The id of a submission with accepted and refused rows.</summary>
    public string SubmissionId { get; private set; } = "";

    /// <summary>The data folder, for verbs beside the site.</summary>
    public string Folder => _folder;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Uploads__LargestMebibytes", "1");
        Environment.SetEnvironmentVariable("Uploads__MemoryMebibytes", "0");
        Environment.SetEnvironmentVariable("Uploads__MostRows", "500");
        // A watch tells when something comes in; a look of the site's own between two uploads would tell them apart.
        Environment.SetEnvironmentVariable("Search__LookSeconds", "3600");
        Environment.SetEnvironmentVariable("Serials__Key", "a key of tests, no secret of anybody");
        // Every class asks with the same few keys, as fast as it can.
        Environment.SetEnvironmentVariable("SignIn__RequestsAMinute", "100000");
        Provider = await SmallProvider.StartAsync();
        Environment.SetEnvironmentVariable("SignIn__Provider__Authority", Provider.Address);
        Environment.SetEnvironmentVariable("SignIn__Provider__ClientId", SmallProvider.ClientId);
        Environment.SetEnvironmentVariable("SignIn__Provider__ClientSecret", SmallProvider.ClientSecret);
        Environment.SetEnvironmentVariable("SignIn__Provider__Name", "Test office");
        Environment.SetEnvironmentVariable("SignIn__Provider__Contributors", "si-contributor");
        Environment.SetEnvironmentVariable("SignIn__Provider__Analysts", "si-analyst, si-reader");
        Environment.SetEnvironmentVariable("SignIn__Provider__Publishers", "si-publisher");
        Environment.SetEnvironmentVariable("SignIn__Provider__Offices", "unit 7=mapped-office");
        Environment.SetEnvironmentVariable("SignIn__Provider__Marking", "GREEN");
        _workspace = await Composition.OpenAsync(new WorkspaceRequest(_folder, IsWriting: true, IsVerbose: false), Stop);
        var started = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _serving = WebSite.RunAsync(_workspace, "http://127.0.0.1:0", urls => started.SetResult(string.Join(';', urls)), _stop.Token);
        await Task.WhenAny(started.Task, _serving);
        if (_serving.IsFaulted)
            await _serving;
        Http.BaseAddress = new Uri(await started.Task);
        (Account administrator, _) = await AccountAsync(Role.Administrator, null, Marking.Red);
        (_, Key) = await Get<AccountDesk>().AddKeyAsync(administrator.Name, "tests", Permissions.All, 1, Stop);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);

        using HttpResponseMessage sample = await SendAsync(
            await File.ReadAllBytesAsync(Path.Combine(House.Root, "etl/sources/template/sample.csv"), Stop),
            "file_name=sample.csv"
        );
        SubmissionId = (await JsonOf(sample)).GetProperty("id").GetString()!;
        Bulletin bulletin = new BulletinBuilder(BulletinFixture.Codes).Build(BulletinFixture.Request, BulletinFixture.Studies);
        await _workspace
            .Get<IProductStore>()
            .SaveBulletinAsync(
                new BulletinRecord(
                    BulletinId,
                    "South America",
                    BulletinFixture.From,
                    BulletinFixture.To,
                    Marking.Amber,
                    DateTimeOffset.UnixEpoch,
                    BulletinJson.Write(bulletin),
                    "<p>A bulletin</p>"
                ),
                Stop
            );
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_workspace is not null)
            await _workspace.DisposeAsync();
        await Provider.DisposeAsync();
        Http.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A part of what is served.</summary>
    public T Get<T>()
        where T : notnull => _workspace!.Get<T>();

    /// <summary>A client that asks with a key, or with none; it follows no redirect.</summary>
    public HttpClient Client(string? key)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Http.BaseAddress,
        };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A client that keeps cookies as a browser does, and follows no redirect.</summary>
    public HttpClient Browser() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Http.BaseAddress,
        };

    /// <summary>A new account of an office of its own, with its first password.</summary>
    public async Task<(Account Account, string Password)> AccountAsync(Role role, IReadOnlyList<string>? countries, Marking ceiling)
    {
        string name = "u" + Interlocked.Increment(ref _files).ToString(CultureInfo.InvariantCulture);
        return await Get<AccountDesk>().AddAsync(name, role, new Office(name + "-office", name, countries), ceiling, Stop);
    }

    /// <summary>A client with a key of a new account.</summary>
    public async Task<(HttpClient Client, ApiKey Key)> KeyAsync(
        Role role,
        IReadOnlyList<string>? countries,
        Marking ceiling,
        IReadOnlyList<string> scopes
    )
    {
        (Account account, _) = await AccountAsync(role, countries, ceiling);
        (ApiKey key, string shown) = await Get<AccountDesk>().AddKeyAsync(account.Name, "tests", scopes, 1, Stop);
        return (Client(shown), key);
    }

    /// <summary>A new first password of an account.</summary>
    public Task<string> ResetAsync(string name) => Get<AccountDesk>().ResetAsync(name, Stop);

    /// <summary>The id of the newest seizure of the sample.</summary>
    public async Task<string> SeizureAsync() =>
        (await GetAsync($"/api/v1/search?where=submission={SubmissionId}&size=1"))
            .Json.GetProperty("hits")[0]
            .GetProperty("id")
            .GetString()!;

    /// <summary>A file in the template's format that was never sent before.</summary>
    public byte[] NewFile(int rows = 1)
    {
        int number = Interlocked.Increment(ref _files);
        var text = new StringBuilder(Header);
        for (int row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"F{number}-{row},NL,2024-03-14,NL,H01,cocaine,{row + 1},kg,found in a reefer\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public Task<HttpResponseMessage> SendAsync(byte[] file, string query, string? contentType = "application/octet-stream") =>
        SendAsync(new ByteArrayContent(file), query, contentType);

    public async Task<HttpResponseMessage> SendAsync(HttpContent body, string query, string? contentType)
    {
        body.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        using (body)
            return await Http.PostAsync(new Uri("/api/v1/submissions?" + query, UriKind.Relative), body, Stop);
    }

    public async Task<(HttpResponseMessage Response, JsonElement Json)> GetAsync(string address)
    {
        HttpResponseMessage response = await Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return (response, await JsonOf(response));
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        return json.RootElement.Clone();
    }
}
