using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using SeizureIntel.Storage.Model;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("seizures.db", "SqliteSchema")]
    [InlineData("products.db", "SqliteProductSchema")]
    [InlineData("accounts.db", "SqliteAccountSchema")]
    [InlineData("audit.db", "SqliteAuditSchema")]
    public async Task The_schema_is_the_approved_one(string file, string name)
    {
        await SqliteStore.Open(_folder, TimeProvider.System).MigrateAsync(Stop);
        string approved = Beside(name + ".approved.sql");
        string now = await DumpAsync(file);
        string before = File.Exists(approved) ? await File.ReadAllTextAsync(approved, Stop) : "";
        if (now != before)
            await File.WriteAllTextAsync(Beside(name + ".received.sql"), now, Stop);
        Assert.Equal(before, now);
    }

    [Fact]
    public void The_migrations_say_what_the_models_say()
    {
        using SeizureContext context = new SeizureContextFactory().CreateDbContext([]);
        using ProductContext products = new ProductContextFactory().CreateDbContext([]);
        using AccountContext accounts = new AccountContextFactory().CreateDbContext([]);
        using AuditContext audit = new AuditContextFactory().CreateDbContext([]);
        const string hint = "run: dotnet ef migrations add <Name> --project src/SeizureIntel.Storage --context <Context>";
        Assert.False(context.Database.HasPendingModelChanges(), hint);
        Assert.False(products.Database.HasPendingModelChanges(), hint);
        Assert.False(accounts.Database.HasPendingModelChanges(), hint);
        Assert.False(audit.Database.HasPendingModelChanges(), hint);
    }

    [Fact]
    public void The_compiled_models_say_what_the_contexts_say()
    {
        using SeizureContext context = new SeizureContextFactory().CreateDbContext([]);
        using ProductContext products = new ProductContextFactory().CreateDbContext([]);
        using AccountContext accounts = new AccountContextFactory().CreateDbContext([]);
        using AuditContext audit = new AuditContextFactory().CreateDbContext([]);
        foreach (DbContext each in new DbContext[] { context, products, accounts, audit })
        {
            // Else: dotnet ef dbcontext optimize, as CONTRIBUTING.md says.
            Assert.Equal(each.GetType().Name + "Model", each.Model.GetType().Name);
            Assert.Equal(Said(each.GetService<IDesignTimeModel>().Model), Said(each.Model));
        }

        static string Said(IModel model) =>
            model.ToDebugString(MetadataDebugStringOptions.ShortDefault)
            + model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.ShortDefault);
    }

    private async Task<string> DumpAsync(string file)
    {
        var dump = new StringBuilder();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, file)};Mode=ReadOnly");
        await connection.OpenAsync(Stop);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name <> "
            + "'sqlite_sequence' ORDER BY tbl_name, type DESC, name";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
            dump.Append(reader.GetString(0).ReplaceLineEndings("\n")).Append(";\n\n");
        return dump.ToString();
    }

    // A reproducible build hides the folder of the source file; the repository is found from the test's own place.
    private static string Beside(string file) => Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Storage", file);
}
