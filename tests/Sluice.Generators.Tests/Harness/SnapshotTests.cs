using Sluice.Testing;
using static Sluice.Generators.Tests.Harness.Expected;

namespace Sluice.Generators.Tests.Harness;

public sealed class SnapshotTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void NewFilesAreReceivedInVerifysConvention()
    {
        Assert.That(() => Snapshot.Match(Run("class A { }\n"), _folder, accept: false), Fails("New: "));

        var received = Directory.GetFiles(_folder).Single();
        Assert.That(Path.GetFileName(received), Is.EqualTo("SnapshotTests.NewFilesAreReceivedInVerifysConvention#N.A.g.received.cs"));
        Assert.That(File.ReadAllBytes(received), Is.EqualTo("\uFEFF//HintName: N.A.g.cs\nclass A { }\n"u8.ToArray()));
    }

    [Test]
    public void AcceptedFilesMatchUntilTheTextChanges()
    {
        Snapshot.Match(Run("class A { }\n"), _folder, accept: true);
        Snapshot.Match(Run("class A { }\n"), _folder, accept: false);

        Assert.That(() => Snapshot.Match(Run("class B { }\n"), _folder, accept: false), Fails("-class A { }\n+class B { }"));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(2), "verified and received");

        Snapshot.Match(Run("class A { }\n"), _folder, accept: false);
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "received is gone");
    }

    [Test]
    public void AFileThatIsNoLongerGeneratedFails()
    {
        Snapshot.Match(Run("class A { }\n", "Old.g.cs"), _folder, accept: true);

        Assert.That(() => Snapshot.Match(Run("class A { }\n", "New.g.cs"), _folder, accept: false), Fails("No longer generated: "));

        Snapshot.Match(Run("class A { }\n", "New.g.cs"), _folder, accept: true);
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Has.One.EndsWith("#New.g.verified.cs").And.None.Contains("Old"));
    }

    [Test]
    public void TheGeneratorsVersionIsNoDifference()
    {
        Snapshot.Match(Run("""[System.CodeDom.Compiler.GeneratedCode("G", "1.0")] class A { }""" + "\n"), _folder, accept: true);

        Assert.That(() => Snapshot.Match(Run("""[System.CodeDom.Compiler.GeneratedCode("G", "2.0")] class A { }""" + "\n"), _folder, accept: false), Throws.Nothing);
    }

    [TestCase(1, "x")]
    public void ParametersAreInTheName(int number, string text)
    {
        Snapshot.Match(Run("class A { }\n"), _folder, accept: true);

        Assert.That(Path.GetFileName(Directory.GetFiles(_folder).Single()), Is.EqualTo($"SnapshotTests.ParametersAreInTheName_number={number}_text={text}#N.A.g.verified.cs"));
    }

    [Test]
    public void AFileWithoutATestFails()
    {
        var tests = GetType().Assembly;
        var testFile = Path.Combine(_folder, "SomeTests.cs");
        var snapshots = Directory.CreateDirectory(Path.Combine(_folder, "_snapshots")).FullName;
        File.WriteAllText(Path.Combine(snapshots, "SnapshotTests.ParametersAreInTheName_number=1_text=a_b#A.g.verified.cs"), "");
        Assert.That(() => Snapshot.NoOrphans(tests, testFile), Throws.Nothing);

        File.WriteAllText(Path.Combine(snapshots, "SnapshotTests.Removed#A.g.verified.cs"), "");
        Assert.That(() => Snapshot.NoOrphans(tests, testFile), Fails("SnapshotTests.Removed#"));
    }

    [Test]
    public void NoSnapshotOfThisProjectIsOrphaned() => Snapshot.NoOrphans(GetType().Assembly, ThisProject("Any.cs"));

    private static string ThisProject(string file, [System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(path))!, file);

    private static GeneratorRun Run(string text, string hint = "N.A.g.cs") => GeneratorRun.Of(LambdaGenerator.Writing(text, hint), "class User { }");
}
