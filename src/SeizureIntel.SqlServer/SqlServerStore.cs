using System;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.SqlServer;

/// <summary>The truth in a database of SQL Server, which any number of processes may share.</summary>
public static class SqlServerStore
{
    /// <summary>A store in the database that the options name. Nothing is touched before its first call.</summary>
    /// <param name="time">The clock of the outbox leases.</param>
    /// <param name="options">With the connection string, or the file that holds it.</param>
    /// <param name="loggers">Null for silence.</param>
    /// <exception cref="ValidationException">An option is out of its range, or there is no connection string.</exception>
    public static Store Open(TimeProvider time, StorageOptions options, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        string connection = options.Connection() ?? throw new ValidationException("Storage:ConnectionString is needed for SQL Server.");
        return Over(new SqlServerDialect(connection, TimeSpan.FromSeconds(options.BusyTimeoutSeconds)), time, options, loggers);
    }

    /// <summary>The T-SQL that brings a database of any earlier version to this one, for whoever must not let a program change a schema. It may be run
    /// again; batches end with <c>GO</c>.</summary>
    public static string Script()
    {
        using SqlServerContext context = new SqlServerContextFactory().CreateDbContext([]);
        return context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent).ReplaceLineEndings("\n");
    }

    internal static Store Over(StoreDialect dialect, TimeProvider time, StorageOptions options, ILoggerFactory? loggers)
    {
        ILogger log = loggers is null ? NullLogger.Instance : loggers.CreateLogger("SeizureIntel.Storage");
        var database = new Database(dialect);
        return new(
            [new(dialect, typeof(SqlServerContext), dialect.Context, log)],
            database,
            new SubmissionStore(database, options, time, log, LeaseOwner.Current),
            new Outbox(database, options, time, log, LeaseOwner.Current),
            new ProductStore(dialect),
            new SourceStore(dialect),
            new AccountStore(dialect),
            new AuditLog(dialect)
        );
    }
}
