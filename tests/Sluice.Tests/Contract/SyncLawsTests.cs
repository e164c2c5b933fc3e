using System.Reflection;

namespace Sluice.Tests.Contract;

public class SyncLawsTests
{
    [Test]
    public void Every_id_has_its_law_and_every_law_its_id()
    {
        var ids = typeof(SyncLawIds).GetFields(BindingFlags.Public | BindingFlags.Static);
        Assert.That(ids.Select(field => field.GetRawConstantValue()), Is.EquivalentTo(SyncLaws.All.Select(law => law.Id)));
        foreach (var field in ids)
        {
            Assert.That(field.Name, Does.StartWith("Slc" + ((string)field.GetRawConstantValue()!)[3..]));
        }
    }

    [Test]
    public void Ids_are_unique_ascending_and_well_formed()
    {
        Assert.That(SyncLaws.All.Select(law => law.Id), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
        Assert.That(SyncLaws.All.Select(law => law.Id), Has.All.Match("^SLC[0-9]{3}$"));
    }

    [Test]
    public void Every_law_says_what_holds_and_what_happens_otherwise()
    {
        foreach (var law in SyncLaws.All)
        {
            Assert.That(law.Title, Is.Not.Empty.And.Not.EndsWith("."), law.Id);
            Assert.That(law.Consequence, Does.EndWith("."), law.Id);
            Assert.That(law.Enforcers & ~LawEnforcers.HasFix, Is.Not.EqualTo(LawEnforcers.None), law.Id);
            Assert.That(law.Built & ~law.Enforcers, Is.EqualTo(LawEnforcers.None), law.Id);
            Assert.That(law.IsPlanned, Is.EqualTo(law.Built == LawEnforcers.None), law.Id);
            Assert.That(SyncLaws.Find(law.Id), Is.SameAs(law));
        }
    }

    [Test]
    public void An_unknown_id_has_no_law() => Assert.That(SyncLaws.Find("SLC999"), Is.Null);
}
