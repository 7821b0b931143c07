using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.Killed;

/// <summary>A server that is killed while it receives a file leaves nothing behind of what was not screened.</summary>
public sealed class UploadTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("seizureintel-killed-").FullName;
    private readonly string _data;
    private readonly string _temporary;
    private readonly Dictionary<string, string> _environment;

    public UploadTests()
    {
        _data = Directory.CreateDirectory(Path.Combine(_root, "data")).FullName;
        _temporary = Directory.CreateDirectory(Path.Combine(_root, "tmp")).FullName;
        _environment = new(StringComparer.Ordinal)
        {
            ["TMPDIR"] = _temporary,
            // All of it has to wait on disk.
            ["Uploads__MemoryMebibytes"] = "0",
            // The runtime's own pipes in the temporary folder cannot be read like files.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_search_finds_what_is_there()
    {
        File.WriteAllBytes(Path.Combine(_data, "plain.tmp"), TemplateFile.WithIdentifiers("A", 3));
        Assert.Equal(TemplateFile.Identifiers.Count, DiskSearch.Find(TemplateFile.Identifiers, _data, _temporary).Count);
    }

    [Fact]
    public async Task Killed_when_half_of_the_body_has_come()
    {
        byte[] file = TemplateFile.WithIdentifiers("A", 30_000);
        await using (Served served = await ServeAsync())
        {
            using var sender = new TcpClient();
            await SendAsync(sender, served, file, file.Length / 2);
            await UntilAsync(() => WaitingOnDisk(served) > file.Length / 3);
            await served.KillAsync();
        }

        await AssertNothingLeftAndTakenAgainAsync(file, 30_000);
    }

    [Fact]
    public async Task Killed_when_the_rows_are_being_read()
    {
        byte[] file = TemplateFile.WithIdentifiers("B", 30_000);
        await using (Served served = await ServeAsync())
        {
            // Reading runs some blocks of rows ahead of storing, which waits for us: it stands still in the middle of the file.
            await using SqliteConnection writer = await WritingAsync();
            using var sender = new TcpClient();
            await SendAsync(sender, served, file, file.Length);
            await UntilAsync(() => Archived("*.part").Any());
            await UntilItStandsStillAsync(served);
            Assert.True(WaitingOnDisk(served) > file.Length);
            await served.KillAsync();
        }

        Assert.NotEmpty(Archived("*.part"));
        await AssertNothingLeftAndTakenAgainAsync(file, 30_000);
    }

    [Fact]
    public async Task Killed_when_all_rows_are_screened_and_nothing_is_committed()
    {
        byte[] file = TemplateFile.WithIdentifiers("C", 200);
        await using (Served served = await ServeAsync())
        {
            // So few rows are screened to the end while storing waits for us.
            await using SqliteConnection writer = await WritingAsync();
            using var sender = new TcpClient();
            await SendAsync(sender, served, file, file.Length);
            await UntilAsync(() => Archived("*.ndjson.gz").Any());
            await served.KillAsync();
        }

        await AssertNothingLeftAndTakenAgainAsync(file, 200);
    }

    private async Task AssertNothingLeftAndTakenAgainAsync(byte[] file, int rows)
    {
        Assert.Empty(DiskSearch.Find(TemplateFile.Identifiers, _data, _temporary));
        await using Served served = await ServeAsync();
        using HttpClient http = served.Client();
        http.Timeout = TimeSpan.FromMinutes(5);
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using HttpResponseMessage response = await http.PostAsync(new Uri(Address, UriKind.Relative), body, Stop);
        string said = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, said);
        JsonElement reply = JsonDocument.Parse(said).RootElement;
        Assert.Equal(("loaded", rows, 0), (Text(reply, "status"), Number(reply, "rows_accepted"), Number(reply, "not_searchable")));
        Assert.Empty(Archived("*.part"));
        Assert.Empty(DiskSearch.Find(TemplateFile.Identifiers, _data, _temporary));
    }

    private const string Address = "/api/v1/submissions?file_name=reports.csv&source=template";

    private Task<Served> ServeAsync() => Served.StartAsync(Executable.Product, _data, Stop, _environment);

    private IEnumerable<FileInfo> Archived(string pattern)
    {
        var folder = new DirectoryInfo(Path.Combine(_data, "archive"));
        return folder.Exists ? folder.GetFiles(pattern) : [];
    }

    // Holds the one place of a writer.
    private async Task<SqliteConnection> WritingAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "seizures.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        SqliteCommand begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(Stop);
        return connection;
    }

    private static async Task SendAsync(TcpClient sender, Served served, byte[] file, int bytes)
    {
        await sender.ConnectAsync(served.Address.Host, served.Address.Port, Stop);
        string head =
            $"POST {Address} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {served.Key}\r\n"
            + $"Content-Type: application/octet-stream\r\nContent-Length: {file.Length}\r\n\r\n";
        await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
        await sender.GetStream().WriteAsync(file.AsMemory(0, bytes), Stop);
    }

    // What the server has open without a name in its temporary folder; it is looked into for identifiers on the way.
    private long WaitingOnDisk(Served served)
    {
        long bytes = 0;
        foreach (string handle in Directory.EnumerateFiles($"/proc/{served.ProcessId}/fd"))
        {
            if (new FileInfo(handle).LinkTarget is not { } target || !target.StartsWith(_temporary, StringComparison.Ordinal))
                continue;
            Assert.EndsWith(" (deleted)", target, StringComparison.Ordinal);
            byte[] waiting = File.ReadAllBytes(handle);
            Assert.All(TemplateFile.Identifiers, i => Assert.Equal(-1, waiting.AsSpan().IndexOf(Encoding.UTF8.GetBytes(i))));
            bytes += waiting.Length;
        }

        return bytes;
    }

    // A process that takes next to no time of a processor has done all that it can do before it waits.
    private static async Task UntilItStandsStillAsync(Served served)
    {
        TimeSpan before = TimeSpan.Zero,
            now = Busy();
        while (now - before > TimeSpan.FromMilliseconds(100))
        {
            await Task.Delay(1000, Stop);
            (before, now) = (now, Busy());
        }

        TimeSpan Busy()
        {
            using var process = Process.GetProcessById(served.ProcessId);
            return process.TotalProcessorTime;
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (!isSo())
            await Task.Delay(20, patience.Token);
    }

    private static string? Text(JsonElement reply, string member) => reply.GetProperty(member).GetString();

    private static int Number(JsonElement reply, string member) => reply.GetProperty(member).GetInt32();
}
