using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.SqlServer;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.SqlServer;

public sealed partial class SqlServerSchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_script_is_the_approved_one()
    {
        string approved = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "SqlServer", "SqlServerSchema.approved.sql");
        string now = SqlServerStore.Script();
        string before = File.Exists(approved) ? await File.ReadAllTextAsync(approved, Stop) : "";
        if (now != before)
            await File.WriteAllTextAsync(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), now, Stop);
        Assert.Equal(before, now);
    }

    [Fact]
    public void The_script_is_t_sql() => Assert.Empty(TSql.Errors(SqlServerStore.Script()));

    // What an idempotent script must not see before it is there stands in a text of its own.
    [Fact]
    public void What_the_script_executes_is_t_sql()
    {
        string[] executed =
        [
            .. ExecutedText().Matches(SqlServerStore.Script()).Select(m => m.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(executed);
        Assert.All(executed, e => Assert.Empty(TSql.Errors(e)));
    }

    [Fact]
    public void What_makes_the_database_is_t_sql() => Assert.Empty(TSql.Errors(SqlServerDialect.CreationOf("sei]zures")));

    [Fact]
    public void Every_text_compares_by_code_point()
    {
        string[] texts =
        [
            .. SqlServerStore
                .Script()
                .Split('\n')
                .Where(l => l.TrimStart().StartsWith('[') && l.Contains("char(", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(texts);
        Assert.All(
            // The table in which EF Core keeps the names of migrations is its own.
            texts.Where(l =>
                !l.Contains("[MigrationId]", StringComparison.Ordinal) && !l.Contains("[ProductVersion]", StringComparison.Ordinal)
            ),
            l => Assert.Contains($"COLLATE {SqlServerContext.Collation}", l, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("IDENTITY")]
    [InlineData("rowversion")]
    [InlineData(" DEFAULT ")]
    [InlineData("SEQUENCE")]
    public void The_server_makes_up_no_value(string word) =>
        Assert.DoesNotContain(word, SqlServerStore.Script(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using SqlServerContext context = new SqlServerContextFactory().CreateDbContext([]);
        Assert.False(
            context.Database.HasPendingModelChanges(),
            "run: dotnet ef migrations add <Name> --project src/SeizureIntel.SqlServer"
        );
    }

    [Fact]
    public void A_script_is_cut_at_its_go_lines() =>
        Assert.Equal(["SELECT 1\n", "SELECT 'GO'\n\n"], SqlServerDialect.Batches("SELECT 1\n\nGO\n\n go \r\nSELECT 'GO'\n\n\nGO\n"));

    [Theory]
    [InlineData("SQL_Latin1_General_CP1_CI_AS", true, true, "collation")]
    [InlineData(SqlServerContext.Collation, false, true, "Snapshot")]
    [InlineData(SqlServerContext.Collation, true, false, "Snapshot")]
    [InlineData(SqlServerContext.Collation, true, true, null)]
    public void A_database_that_is_set_otherwise_is_refused_with_a_reason(string collation, bool has, bool reads, string? reason)
    {
        string? said = SqlServerDialect.Unfit(collation, has, reads);
        if (reason is null)
            Assert.Null(said);
        else
            Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(0, 11, false)]
    [InlineData(2627, 14, false)]
    public void A_server_that_died_under_a_query_is_asked_again(int number, byte severity, bool isLost) =>
        Assert.Equal(isLost, StoreRetries.IsLostConnection(number, severity));

    [GeneratedRegex("EXEC\\(N'((?:[^']|'')*)'\\)")]
    private static partial Regex ExecutedText();
}
