using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace SeizureIntel.Storage.Model;

/// <summary>The one model of what came in, with the migrations of SQLite.</summary>
/// <remarks>Another engine derives a context from it for a migration set of its own; the model stays this one.</remarks>
internal class SeizureContext(DbContextOptions options) : DbContext(options)
{
    private const int IdLength = 64;
    private const int NameLength = 200;

    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();

    public DbSet<SubmissionCountryRow> SubmissionCountries => Set<SubmissionCountryRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<SeizureRow> Seizures => Set<SeizureRow>();

    public DbSet<SerialHashRow> SerialHashes => Set<SerialHashRow>();

    public DbSet<TokenRow> Tokens => Set<TokenRow>();

    public DbSet<RejectionRow> Rejections => Set<RejectionRow>();

    public DbSet<IssueRow> Issues => Set<IssueRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<RefusalRow> Refusals => Set<RefusalRow>();

    // Every index is paid for at each insert: only those stand here that a read needs.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubmissionRow>(Submission);
        modelBuilder.Entity<SubmissionCountryRow>(row =>
        {
            row.ToTable("submission_countries").HasKey(r => new { r.SubmissionNumber, r.Country });
            row.Property(r => r.Country).HasMaxLength(IdLength);
            row.HasOne<SubmissionRow>().WithMany().HasForeignKey(r => r.SubmissionNumber);
        });
        modelBuilder.Entity<CaseRow>(Case);
        modelBuilder.Entity<SeizureRow>(Seizure);
        modelBuilder.Entity<SerialHashRow>(row =>
        {
            row.ToTable("serial_hashes")
                .HasKey(r => new
                {
                    r.CaseNumber,
                    r.Item,
                    r.Position,
                });
            row.Property(r => r.Value).HasMaxLength(IdLength);
            row.HasIndex(r => r.Value);
            row.HasOne<SeizureRow>().WithMany().HasForeignKey(r => new { r.CaseNumber, r.Item });
        });
        modelBuilder.Entity<RouteLegRow>(row =>
        {
            row.ToTable("route_legs").HasKey(r => new { r.CaseNumber, r.Position });
            row.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNumber);
        });
        modelBuilder.Entity<ConcealmentRow>(row =>
        {
            row.ToTable("concealments").HasKey(r => new { r.CaseNumber, r.Position });
            row.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNumber);
        });
        modelBuilder.Entity<TokenRow>(row =>
        {
            row.ToTable("tokens").HasKey(r => new { r.CaseNumber, r.Position });
            row.Property(r => r.Kind).HasMaxLength(IdLength);
            row.Property(r => r.Value).HasMaxLength(IdLength);
            row.HasIndex(r => new { r.Value, r.Kind });
            row.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNumber);
        });
        modelBuilder.Entity<RejectionRow>(row =>
        {
            row.ToTable("rejections").HasKey(r => new { r.SubmissionNumber, r.Position });
            row.HasOne<SubmissionRow>().WithMany().HasForeignKey(r => r.SubmissionNumber);
        });
        modelBuilder.Entity<IssueRow>(row =>
        {
            row.ToTable("issues").HasKey(r => new { r.SubmissionNumber, r.Position });
            row.HasOne<SubmissionRow>().WithMany().HasForeignKey(r => r.SubmissionNumber);
        });
        modelBuilder.Entity<OutboxRow>().ToTable("outbox").HasKey(r => r.Id);
        modelBuilder.Entity<RefusalRow>(row =>
        {
            row.ToTable("refusals").HasKey(r => r.SeizureId);
            row.Property(r => r.SeizureId).HasMaxLength(IdLength);
            row.Property(r => r.ErrorType).HasMaxLength(NameLength);
            row.Property(r => r.Field).HasMaxLength(NameLength);
            row.HasIndex(r => r.CaseNumber);
        });
        ColumnNames.Give(modelBuilder.Model);
    }

    private static void Submission(EntityTypeBuilder<SubmissionRow> row)
    {
        row.ToTable("submissions").HasKey(r => r.Number);
        row.Property(r => r.Number).ValueGeneratedNever();
        row.Property(r => r.Id).HasMaxLength(IdLength).IsRequired();
        row.Property(r => r.Sha256).HasMaxLength(IdLength);
        row.Property(r => r.Source).HasMaxLength(NameLength);
        row.Property(r => r.Marking).HasMaxLength(IdLength);
        row.Property(r => r.SentBy).HasMaxLength(IdLength);
        row.Property(r => r.RequestKey).HasMaxLength(IdLength);
        row.HasIndex(r => r.Id).IsUnique();
        row.HasIndex(r => new { r.Sha256, r.Source }).IsUnique();
    }

    private static void Case(EntityTypeBuilder<CaseRow> row)
    {
        row.ToTable("cases").HasKey(r => r.CaseNumber);
        row.Property(r => r.CaseNumber).ValueGeneratedNever();
        row.Property(r => r.Id).HasMaxLength(IdLength).IsRequired();
        row.Property(r => r.CaseRef).HasMaxLength(NameLength);
        row.Property(r => r.ReportingCountry).HasMaxLength(IdLength);
        row.HasOne<SubmissionRow>().WithMany().HasForeignKey(r => r.SubmissionNumber);
        row.HasIndex(r => r.Id).IsUnique();
        row.HasIndex(r => new { r.CaseRef, r.ReportingCountry }).HasFilter("\"case_ref\" IS NOT NULL");
    }

    private static void Seizure(EntityTypeBuilder<SeizureRow> row)
    {
        row.ToTable("seizures").HasKey(r => new { r.CaseNumber, r.Item });
        row.Property(r => r.Id).HasMaxLength(IdLength).IsRequired();
        row.HasIndex(r => r.Id).IsUnique();
        row.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNumber);
    }
}
