/** The works of the pilot's groups, as they handed them in, and what they cite. */
export const oneDesk = {
  title: 'One desk, one decision',
  references: `@book{lisbon, title={Convention on the Recognition of Qualifications concerning Higher Education in the European Region}, author={{Council of Europe and UNESCO}}, year={1997}, publisher={European Treaty Series 165}}
@book{recommendation, title={Recommendation on promoting automatic mutual recognition of higher education and upper secondary education and training qualifications}, author={{Council of the European Union}}, year={2018}, publisher={Official Journal C 444}}`,
  text: `# Theory

Automatic recognition does not mean automatic admission. A qualification that opens the way to a level at home opens the way to the same level abroad, and nobody compares courses to find that out [@recommendation]. The convention had prepared the ground: recognise, unless a *substantial difference* is shown [@lisbon].

# Practice

We counted the files of one autumn at three institutions. What took long was rarely the decision.

| step | days, before | days, after |
|---|---|---|
| waiting for a translation | 12 | 3 |
| asking a colleague | 9 | 1 |
| deciding | 1 | 1 |

A file that met four desks now meets one. That desk has a list of the systems whose levels it may take as given, and a telephone number for the rest.

# Challenges

1. The list is only as good as its last update.
2. A desk that decides alone needs somebody to ask.
3. Applicants trust a fast answer less than a slow one, until it holds.

# Next steps

> We would rather explain a yes in one sentence than a delay in ten.

- Publish the list, with the day of its last change.
- Let two institutions decide the same ten files, and compare.
- Count again next autumn.
`,
};

export const notBlind = {
  title: 'Automatic does not mean blind',
  references: `@book{lisbon, title={Convention on the Recognition of Qualifications concerning Higher Education in the European Region}, author={{Council of Europe and UNESCO}}, year={1997}, publisher={European Treaty Series 165}}
@book{esg, title={Standards and Guidelines for Quality Assurance in the European Higher Education Area}, author={{ENQA and ESU and EUA and EURASHE}}, year={2015}, publisher={EURASHE}}`,
  text: `# Theory

What is recognised automatically is the *level* of a qualification. Three things stay to be looked at: that the document is genuine, that the institution was accredited when it awarded it, and that its quality is assured from outside [@esg].

# Practice

Each of our institutions keeps these three looks apart from the decision:

- **genuine** – asked of the issuer's register, or read from a signed credential;
- **accredited** – looked up in the national list, with the day of the award;
- **assured** – looked up in the European register of agencies.

None of them needs a commission. In a sample of sixty files, four failed one of the looks, all of them the first.

# Challenges

A register that does not answer stops the file, however clear the rest is. We agreed on a day after which the file goes on to a person [@lisbon].

# Next steps

We write the three looks into the form that applicants see, so that they know what is asked and what is not.
`,
};
