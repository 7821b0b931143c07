using System;
using System.ComponentModel.DataAnnotations;
using System.IO;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Model;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>The truth in SQLite: a file for what came in, and beside it one each for what people made of it, for people, and for the audit.</summary>
public static class SqliteStore
{
    private const string FileName = "seizures.db";
    private const string ProductsName = "products.db";
    private const string AccountsName = "accounts.db";
    private const string AuditName = "audit.db";

    /// <summary>True where the data folder holds a store; asks the file system only and creates nothing.</summary>
    /// <param name="dataFolder">The data folder; it may be absent.</param>
    /// <param name="options">Null for the defaults.</param>
    public static bool Exists(string dataFolder, StorageOptions? options = null)
    {
        var file = new FileInfo(new SqliteConnectionStringBuilder(ConnectionString(dataFolder, options)).DataSource);
        return file.Exists && file.Length > 0;
    }

    /// <summary>A store on the data folder. Nothing is touched before its first call; folder and file are created by
    /// <see cref="Store.MigrateAsync"/> alone.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="time">The clock of the outbox leases.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="loggers">Null for silence.</param>
    /// <exception cref="ValidationException">An option is out of its range, or names another engine.</exception>
    public static Store Open(string dataFolder, TimeProvider time, StorageOptions? options = null, ILoggerFactory? loggers = null) =>
        Open(dataFolder, time, options, loggers, LeaseOwner.Current);

    /// <summary>A store whose leases are held in the name of some process.</summary>
    internal static Store Open(string dataFolder, TimeProvider time, StorageOptions? options, ILoggerFactory? loggers, LeaseOwner owner)
    {
        options ??= new();
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        TimeSpan patience = TimeSpan.FromSeconds(options.BusyTimeoutSeconds);
        string seizures = ConnectionString(dataFolder, options);
        var dialect = new SqliteDialect(seizures, patience, time);
        SqliteDialect products = Beside(ProductsName),
            accounts = Beside(AccountsName),
            audit = Beside(AuditName);
        ILogger log = loggers is null ? NullLogger.Instance : loggers.CreateLogger("SeizureIntel.Storage");
        var database = new Database(dialect);
        return new(
            [
                // Products first: what an older version kept beside the seizures moves there.
                new(products, typeof(ProductContext), products.Products, log),
                new(accounts, typeof(AccountContext), accounts.Accounts, log),
                new(audit, typeof(AuditContext), audit.Audit, log),
                new(dialect, typeof(SeizureContext), dialect.Context, log) { Before = new BulletinMove(products).RunAsync },
            ],
            database,
            new SubmissionStore(database, options, time, log, owner),
            new Outbox(database, options, time, log, owner),
            new ProductStore(products),
            new SourceStore(products),
            new AccountStore(accounts),
            new AuditLog(audit)
        );

        SqliteDialect Beside(string name) => new(FileBeside(seizures, name), patience, time);
    }

    // A page that writes must not wait for a load, and SQLite has one writer a file.
    private static string FileBeside(string seizures, string other)
    {
        var file = new SqliteConnectionStringBuilder(seizures);
        string name = Path.GetFileName(file.DataSource);
        file.DataSource = Path.Combine(
            Path.GetDirectoryName(file.DataSource) ?? "",
            name == FileName ? other : $"{Path.GetFileNameWithoutExtension(name)}.{other}"
        );
        return file.ConnectionString;
    }

    private static string ConnectionString(string dataFolder, StorageOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        return options?.Connection()
            ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, FileName) }.ConnectionString;
    }
}
