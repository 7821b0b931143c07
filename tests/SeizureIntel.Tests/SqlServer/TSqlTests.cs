using Xunit;

namespace SeizureIntel.Tests.SqlServer;

/// <summary>The parser that holds our statements refuses what SQL Server refuses.</summary>
public sealed class TSqlTests
{
    [Theory]
    [InlineData("SELECT \"id\" FROM \"outbox\" LIMIT 1")]
    [InlineData("INSERT INTO outbox (id) VALUES (1) RETURNING id")]
    [InlineData("INSERT INTO outbox (id) VALUES (1) ON CONFLICT DO NOTHING")]
    [InlineData("INSERT OR IGNORE INTO outbox (id) VALUES (1)")]
    public void What_other_engines_say_is_refused(string sql) => Assert.NotEmpty(TSql.Errors(sql));

    [Fact]
    public void What_the_server_says_is_taken() =>
        Assert.Empty(
            TSql.Errors("SELECT TOP(1) [o].[id] FROM (SELECT * FROM [outbox] WITH (UPDLOCK, READPAST)) AS [o] WHERE [o].[id] = @p")
        );
}
