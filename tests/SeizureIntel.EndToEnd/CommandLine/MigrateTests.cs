using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

/// <summary><c>migrate --to</c> as an operator runs it: every table arrives with every value, and what fails leaves the store as it was.</summary>
public sealed class MigrateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-migrate-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_goes_to_another_database_once_and_whole()
    {
        await FilledAsync();
        string moved = Path.Combine(_folder.FullName, "moved");
        string[] line = ["migrate", "--to", "Sqlite", "--to-connection", $"Data Source={Path.Combine(moved, "seizures.db")}", "--json"];
        Ended copied = await RunAsync(0, line);

        // The rows of the file, counted by eye: 30 seizures of 30 cases, and one row without a day.
        JsonElement report = JsonDocument.Parse(copied.Output).RootElement;
        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.Equal((30, 30, 1), (Rows(report, "seizures"), Rows(report, "cases"), Rows(report, "rejections")));
        foreach (string file in new[] { "seizures.db", "products.db", "accounts.db", "audit.db" })
        {
            Dictionary<string, List<string>> here = await TablesAsync(Path.Combine(Data, file)),
                there = await TablesAsync(Path.Combine(moved, file));
            // The copy itself is audited where it came from, after it.
            if (file == "audit.db")
                here["audit"].RemoveAt(here["audit"].Count - 1);
            Assert.Equal(here, there);
        }

        Ended again = await RunAsync(1, line);
        Assert.Equal("copy_failed", Code(again));
        Assert.Contains("holds 1 submission", again.Errors, StringComparison.Ordinal);

        await RunAsync(0, "reindex", "--data", moved);
        Assert.True(
            JsonDocument.Parse((await RunAsync(0, "verify", "--json", "--data", moved)).Output).RootElement.GetProperty("ok").GetBoolean()
        );
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_without_its_password_and_the_store_stays()
    {
        await FilledAsync();
        string secret = Path.Combine(_folder.FullName, "sql.secret");
        await File.WriteAllTextAsync(
            secret,
            "Server=127.0.0.1,1;Database=seizures;User Id=x;Password=Not-To-Be-Told;Connect Timeout=1;Encrypt=False",
            Stop
        );
        string before = (await RunAsync(0, "verify", "--json")).Output;

        Ended missed = await RunAsync(1, "migrate", "--to", "SqlServer", "--to-connection-file", secret, "--json");

        Assert.Equal("copy_failed", Code(missed));
        Assert.Contains("SQL Server", missed.Errors, StringComparison.Ordinal);
        Assert.Contains("The store is as it was", missed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Not-To-Be-Told", missed.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, (await RunAsync(0, "verify", "--json")).Output);
    }

    [Theory]
    [InlineData("no_target", "Sqlite")]
    [InlineData("bad_target", "SqlServer")]
    public async Task A_target_that_is_not_named_is_asked_for(string code, string engine)
    {
        await FilledAsync();

        Assert.Equal(code, Code(await RunAsync(2, "migrate", "--to", engine, "--json")));
    }

    // A submission with a refused row, an account, a key and their audit.
    private async Task FilledAsync()
    {
        string file = Path.Combine(_folder.FullName, "rows.csv");
        byte[] rows = [.. TemplateFile.WithIdentifiers("M", 30), .. Encoding.UTF8.GetBytes("M-30,NL,no day,NL,H01,cocaine,1,kg,,,\n")];
        await File.WriteAllBytesAsync(file, rows, Stop);
        await RunAsync(3, "ingest", file, "--source", "template");
        await RunAsync(0, "accounts", "add", "ana", "--role", "analyst", "--secret-file", Path.Combine(_folder.FullName, "password"));
        await RunAsync(0, "keys", "add", "ana", "--scope", "read", "--secret-file", Path.Combine(_folder.FullName, "key"));
    }

    private async Task<Ended> RunAsync(int exitCode, params string[] arguments)
    {
        string[] line = arguments.Contains("--data") ? arguments : [.. arguments, "--data", Data];
        Ended ended = await Executable.RunAsync(line);
        Assert.True(ended.ExitCode == exitCode, $"{string.Join(' ', line)}: {ended}");
        return ended;
    }

    private static int Rows(JsonElement report, string table) => report.GetProperty("rows").GetProperty(table).GetInt32();

    private static string? Code(Ended ended) =>
        JsonDocument.Parse(ended.Output).RootElement.GetProperty("error").GetProperty("code").GetString();

    // Every row of every table as text, by a connection of its own.
    private static async Task<Dictionary<string, List<string>>> TablesAsync(string file)
    {
        var tables = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Stop);
        foreach (
            string name in await RowsAsync(
                connection,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'"
            )
        )
            tables[name] = await RowsAsync(connection, $"SELECT * FROM \"{name}\" ORDER BY 1, 2");
        Assert.NotEmpty(tables);
        return tables;
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using SqliteDataReader rows = await command.ExecuteReaderAsync(Stop);
        var all = new List<string>();
        while (await rows.ReadAsync(Stop))
            all.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i)))));
        return all;
    }

    private static string? Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
}
