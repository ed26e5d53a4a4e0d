import type { Sentences } from './sentences.ts'

export const finnish: Sentences = {
  price: {
    content: ['Hinta on kohdallaan.', 'Hyvä vastine rahalle.', 'Ei halvin, mutta sen arvoinen.'],
    unhappy: [
      'Hinta nousi, eikä kukaan kertonut miksi.',
      'Liian kallis siihen nähden, mitä käytämme.',
      'Hinta nousi, tuki on hidas.',
      'Muualta saa saman halvemmalla.',
    ],
  },
  support: {
    content: [
      'Tuki vastasi nopeasti ja ystävällisesti.',
      'Sain avun heti ensimmäisellä soitolla.',
      'Asiani hoidettiin tunnissa.',
    ],
    unhappy: [
      'Tuesta ei vastata päiviin.',
      'Piti kysyä kolme kertaa ennen kuin joku vastasi.',
      'Vastaus oli valmis teksti, joka ei auttanut.',
    ],
  },
  interface: {
    content: ['Uusi käyttöliittymä on paljon selkeämpi.', 'Kaikki löytyy sieltä mistä pitääkin.'],
    unhappy: [
      'Käyttöliittymä on sekava, en löydä suodattimia.',
      'Päivityksen jälkeen kaikkeen menee tuplasti aikaa.',
      'Puhelimella lähes mahdoton käyttää.',
    ],
  },
  export: {
    content: ['Vienti Exceliin säästää tunnin viikossa.', 'Raportit syntyvät nopeasti.'],
    unhappy: [
      'Toimii, mutta vienti puuttuu.',
      'Vienti keskeytyy isoilla listoilla.',
      'Kirjanpitoa varten tarvitsisin Excel-viennin.',
    ],
  },
  delivery: {
    content: [
      'Tilaus tuli kahdessa päivässä, kiitos.',
      'Toimitus oli nopeampi kuin luvattiin.',
      'Hyvin pakattu ja ajallaan.',
    ],
    unhappy: [
      'Paketti myöhästyi yli viikon.',
      'Toimituksesta ei tullut mitään tietoa.',
      'Palautuksen hyvitys kesti neljä viikkoa.',
    ],
  },
  quality: {
    content: ['Laatu on erinomaista.', 'Kestää vuosia.', 'Tuoretta ja hyvää.'],
    unhappy: ['Laatu on heikentynyt.', 'Saumat aukesivat kolmen pesun jälkeen.', 'Väri oli ihan eri kuin kuvassa.'],
  },
  offers: {
    content: ['Tarjoukset ovat hyviä, siksi käyn täällä.', 'Tarjouksesta hyvä ostos.'],
    unhappy: [
      'Ilman tarjousta ostan muualta.',
      'Normaalihintaan en näe syytä ostaa täältä.',
      'Ihan ok, mutta ostan vain tarjouksesta.',
    ],
  },
  ease: {
    content: ['Helppo ja nopea.', 'Asiointi sujuu aina vaivatta.', 'Toimii niin kuin pitää.'],
    unhappy: ['Käyttöönotto vei kaksi päivää.', 'Liian monta vaihetta yksinkertaiseen asiaan.'],
  },
  people: {
    content: ['Henkilökunta on ystävällistä ja auttavaista.', 'Täällä kuunnellaan asiakasta.', 'Aina iloinen palvelu.'],
    unhappy: ['Jouduin selittämään asiani kolmelle eri ihmiselle.', 'Palvelu tuntui kiireiseltä.'],
  },
}
