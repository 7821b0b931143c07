using Microsoft.EntityFrameworkCore;

namespace SeizureIntel.Storage.Model;

/// <summary>The model of people, offices and keys, with the migrations of SQLite, where it is a file of its own.</summary>
internal sealed class AccountContext(DbContextOptions options) : DbContext(options)
{
    private const int IdLength = 64;
    private const int NameLength = 200;
    private const int HashLength = 512;

    /// <summary>Adds the tables of people, offices and keys to a model.</summary>
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OfficeRow>(row =>
        {
            row.ToTable("offices").HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(IdLength);
            row.Property(r => r.Name).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<AccountRow>(row =>
        {
            row.ToTable("accounts").HasKey(r => r.Id);
            row.HasIndex(r => r.Name).IsUnique();
            row.HasOne<OfficeRow>().WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
            row.Property(r => r.Id).HasMaxLength(IdLength);
            row.Property(r => r.Name).HasMaxLength(IdLength);
            row.Property(r => r.OfficeId).HasMaxLength(IdLength);
            row.Property(r => r.Role).HasMaxLength(IdLength);
            row.Property(r => r.Ceiling).HasMaxLength(IdLength);
            row.Property(r => r.PasswordHash).HasMaxLength(HashLength);
            row.Property(r => r.SecurityStamp).HasMaxLength(IdLength);
            row.Property(r => r.AuthenticatorKey).HasMaxLength(HashLength);

            // Who changes an account says which state they saw: two changes at once never mix.
            row.Property(r => r.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ApiKeyRow>(row =>
        {
            row.ToTable("api_keys").HasKey(r => r.Id);
            row.HasOne<AccountRow>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
            row.Property(r => r.Id).HasMaxLength(IdLength);
            row.Property(r => r.AccountId).HasMaxLength(IdLength);
            row.Property(r => r.Name).HasMaxLength(NameLength);
            row.Property(r => r.SecretHash).HasMaxLength(IdLength);
            row.Property(r => r.Scopes).HasMaxLength(NameLength);
        });
        ColumnNames.Give(modelBuilder.Model);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => AddTo(modelBuilder);
}
